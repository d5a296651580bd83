import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Account } from '../domain/account.ts';
import type { Lot } from '../domain/lot.ts';
import type { Movement } from '../domain/movement.ts';

/** An account as it is kept: with the movements not yet in the ledger, and the events not yet published. */
export interface AccountDocument extends Omit<Account, 'lots'> {
  /** By lot id: a lot that is archived moves no other. */
  lots: Record<string, Lot>;
  /** It has more spent lots than it keeps; the archive's worker looks for it. */
  archivable?: true;
  /** Movements on their way to the ledger. */
  pending: Movement[];
  /** Marks (see recent-ids) of the newest movements that are in the ledger already, oldest first. */
  recentIds: string[];
  /** Every movement recorded after this instant (technical time) is in `pending` or `recentIds`. */
  idsCompleteSince: Date;
  /** Flushes there have been: two of them never count the same ids. */
  flushes: number;
  outbox: Envelope[];
}

export type Accounts = Model<AccountDocument>;
export const ACCOUNTS = 'accounts';

const mixed = Schema.Types.Mixed;
// What an account holds is written from typed code only, so the schema names no more than the indexes and the guard need.
const schema = new Schema<AccountDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    clientId: { type: String, required: true },
    version: Number,
    lots: mixed,
    archivable: Boolean,
    bookings: mixed,
    freeTrial: mixed,
    lifetime: mixed,
    subscriptions: [mixed],
    early: [mixed],
    sequence: Number,
    dueAt: Date,
    fenceAt: Date,
    pending: [mixed],
    recentIds: [String],
    idsCompleteSince: Date,
    flushes: Number,
    outbox: [mixed],
  },
  {
    collection: ACCOUNTS,
    shardKey: { tenantId: 1 },
    autoIndex: false,
    minimize: false,
    versionKey: false,
    strict: false,
  },
);
schema.index({ tenantId: 1, clientId: 1 }, { unique: true });
// What workers look for, across tenants: few documents at any time.
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ fenceAt: 1 }, { partialFilterExpression: { fenceAt: { $exists: true } } });
schema.index({ archivable: 1 }, { partialFilterExpression: { archivable: { $exists: true } } });
// The first one only: then an index entry is made and removed once per flush, not once per movement.
schema.index({ 'pending.0.recordedAt': 1 }, { partialFilterExpression: { 'pending.0': { $exists: true } } });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

/** The collection of client accounts on this connection. */
export function accountsOn(connection: Connection): Accounts {
  return connection.model<AccountDocument>('Account', schema);
}
