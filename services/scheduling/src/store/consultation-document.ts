import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Figures } from '../domain/consultant.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';

/** A consultation as it is kept: with the time it occupies and the events still to be published. */
export interface ConsultationDocument extends Consultation {
  /** Present while it occupies its time; the partial indexes count only these. */
  active?: true | undefined;
  /** 5-minute cells since the epoch, buffers included; unset when the session is given up. */
  consultantCells?: number[] | undefined;
  /** The same without buffers, only where the tenant forbids a client to be in two places. */
  clientCells?: number[] | undefined;
  /** The consultant's busy time in epoch minutes, `[busyFrom, busyTo)`. */
  busyFrom?: number | undefined;
  busyTo?: number | undefined;
  /** Ordinals in the limited periods of the consultant's time: unique, so that no more sessions stand than the limits allow. */
  limitClaims?: string[] | undefined;
  /** What has been counted into its consultant's figures; a difference from the facts is still to be counted. */
  counted?: Figures | undefined;
  countPending?: true | undefined;
  /** A no-show that is disputed and that no admin has settled. */
  disputeOpen?: true | undefined;
  /** Such a document holds its id so that a late insert fails; it has nothing else and is hidden from every list. */
  tombstone?: true | undefined;
  /** Such a document is a slot hold: it has its time, and no consultation's id, which is what lists go by. */
  hold?: Hold['hold'] | undefined;
  /** The consultation was a hold first, made then. */
  heldAt?: Date | undefined;
  /** Technical time of the last write. */
  changedAt?: Date | undefined;
  outbox: Envelope[];
}

export type Consultations = Model<ConsultationDocument>;
export const CONSULTATIONS = 'consultations';

const mixed = Schema.Types.Mixed;
const schema = new Schema<ConsultationDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    tombstone: Boolean,
    hold: mixed,
    heldAt: Date,
    consultationId: String,
    clientId: String,
    consultantId: String,
    version: Number,
    revision: Number,
    details: mixed,
    scheduledStart: Date,
    scheduledEnd: Date,
    timezone: String,
    actualStart: Date,
    actualEnd: Date,
    status: mixed,
    meeting: mixed,
    billing: mixed,
    terms: mixed,
    outcomes: mixed,
    deliverables: [mixed],
    feedback: mixed,
    history: [mixed],
    dueAt: Date,
    createdAt: Date,
    active: Boolean,
    consultantCells: { type: [Number], default: undefined },
    clientCells: { type: [Number], default: undefined },
    busyFrom: Number,
    busyTo: Number,
    limitClaims: { type: [String], default: undefined },
    fencedRevision: Number,
    counted: mixed,
    countPending: Boolean,
    disputeOpen: Boolean,
    resolution: mixed,
    earnings: { type: [mixed], default: undefined },
    changedAt: Date,
    outbox: [mixed],
  },
  {
    collection: CONSULTATIONS,
    shardKey: { tenantId: 1 },
    autoIndex: false,
    minimize: false,
    versionKey: false,
    timestamps: { createdAt: false, updatedAt: 'changedAt' },
  },
);

// One session per 5-minute cell of a consultant, and of a client where policy says so. Partial: an empty array would be
// indexed too, and the second cancelled session would collide with the first.
schema.index(
  { tenantId: 1, consultantId: 1, consultantCells: 1 },
  { unique: true, partialFilterExpression: { consultantCells: { $exists: true } } },
);
schema.index(
  { tenantId: 1, clientId: 1, clientCells: 1 },
  { unique: true, partialFilterExpression: { clientCells: { $exists: true } } },
);
schema.index(
  { tenantId: 1, consultantId: 1, limitClaims: 1 },
  { unique: true, partialFilterExpression: { limitClaims: { $exists: true } } },
);
schema.index(
  { tenantId: 1, clientId: 1, consultantId: 1, scheduledStart: 1 },
  { unique: true, partialFilterExpression: { active: true } },
);
schema.index(
  { tenantId: 1, consultationId: 1 },
  { unique: true, partialFilterExpression: { consultationId: { $exists: true } } },
);
// One open hold per client.
schema.index(
  { tenantId: 1, clientId: 1, 'hold.state': 1 },
  { unique: true, partialFilterExpression: { 'hold.state': 'open' } },
);
// What stands of a consultant, to find when they are busy; a client's is found by the index of the same session above.
schema.index({ tenantId: 1, consultantId: 1, scheduledStart: 1 }, { partialFilterExpression: { active: true } });
// Lists, newest start first. One person's are few enough to pick a state from; a whole tenant's are not. Slot holds that are over
// stay, and are in none of them.
const listed = { partialFilterExpression: { consultationId: { $exists: true } } };
schema.index({ tenantId: 1, clientId: 1, scheduledStart: -1, _id: -1, 'status.current': 1, consultantId: 1 }, listed);
schema.index({ tenantId: 1, consultantId: 1, scheduledStart: -1, _id: -1, 'status.current': 1 }, listed);
schema.index({ tenantId: 1, scheduledStart: -1, _id: -1 }, listed);
schema.index({ tenantId: 1, 'status.current': 1, scheduledStart: -1, _id: -1 }, listed);
// What an admin has to look at: few at any time.
schema.index(
  { tenantId: 1, disputeOpen: 1, scheduledStart: -1, _id: -1 },
  { partialFilterExpression: { disputeOpen: true } },
);
// Statements: what a consultant earned within a span.
schema.index(
  { tenantId: 1, consultantId: 1, 'earnings.at': 1 },
  { partialFilterExpression: { 'earnings.at': { $exists: true } } },
);
// What workers look for, across tenants: few documents at any time.
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ countPending: 1 }, { partialFilterExpression: { countPending: true } });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

/** The collection of consultations, slot holds and tombstones on this connection. */
export function consultationsOn(connection: Connection): Consultations {
  return connection.model<ConsultationDocument>('Consultation', schema);
}
