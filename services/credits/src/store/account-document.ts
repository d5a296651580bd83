import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Account } from '../domain/account.ts';
import type { Movement } from '../domain/movement.ts';

/** An account as it is kept: with the movements not yet in the ledger, and the events not yet published. */
export interface AccountDocument extends Account {
  /** Movements on their way to the ledger. */
  pending: Movement[];
  /** Ids of the newest movements that are in the ledger already. */
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
const schema = new Schema<AccountDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    clientId: { type: String, required: true },
    version: Number,
    lots: [mixed],
    bookings: mixed,
    freeTrial: mixed,
    lifetime: mixed,
    subscriptions: [mixed],
    sequence: Number,
    dueAt: Date,
    fenceAt: Date,
    pending: [mixed],
    recentIds: [String],
    idsCompleteSince: Date,
    flushes: Number,
    outbox: [mixed],
  },
  { collection: ACCOUNTS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, clientId: 1 }, { unique: true });
// What workers look for, across tenants: few documents at any time.
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ fenceAt: 1 }, { partialFilterExpression: { fenceAt: { $exists: true } } });
schema.index({ 'pending.recordedAt': 1 }, { partialFilterExpression: { 'pending.recordedAt': { $exists: true } } });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

/** The collection of client accounts on this connection. */
export function accountsOn(connection: Connection): Accounts {
  return connection.model<AccountDocument>('Account', schema);
}
