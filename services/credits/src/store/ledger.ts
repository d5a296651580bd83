import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Movement } from '../domain/movement.ts';
import type { AccountKey } from './accounts.ts';

/** A movement in the ledger. Rows are only ever inserted. */
export interface LedgerRow extends Movement {
  tenantId: string;
  accountId: string;
}

export type Ledger = Model<LedgerRow>;

const schema = new Schema<LedgerRow>(
  {
    tenantId: { type: String, required: true },
    accountId: { type: String, required: true },
    movementId: { type: String, required: true },
    kind: String,
    lotId: String,
    credits: Number,
    from: String,
    at: Date,
    recordedAt: Date,
    sequence: Number,
    cause: String,
    actor: String,
    reason: String,
    bookingId: String,
    revision: Number,
    transactionId: String,
    consultation: Boolean,
    paid: Boolean,
    fingerprint: String,
    availableAfter: Number,
    graceUntil: Date,
  },
  { collection: 'ledger', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);
schema.index({ tenantId: 1, movementId: 1 }, { unique: true });
schema.index({ tenantId: 1, accountId: 1, sequence: -1 });

/** The append-only ledger on this connection. */
export function ledgerOn(connection: Connection): Ledger {
  return connection.model<LedgerRow>('LedgerRow', schema);
}

/** Appends movements; those that are there already stay as they are. Answers the ids that belong to this account afterwards. */
export async function appendMovements(ledger: Ledger, key: AccountKey, movements: Movement[]): Promise<string[]> {
  const ids = movements.map(({ movementId }) => movementId);
  try {
    await ledger.insertMany(
      movements.map((movement) => ({ ...movement, ...key })),
      { ordered: false, throwOnValidationError: true },
    );
    return ids;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // A flush before this one died between the two writes; or, which must never be, another account has taken the id.
  const { tenantId, accountId } = key;
  const rows = await ledger
    .find({ tenantId, accountId, movementId: { $in: ids } }, { movementId: 1 })
    .lean<Pick<LedgerRow, 'movementId'>[]>();
  return rows.map(({ movementId }) => movementId);
}

/** Movements by their ids. */
export async function findMovements(ledger: Ledger, tenantId: string, movementIds: string[]): Promise<LedgerRow[]> {
  if (movementIds.length === 0) return [];
  return ledger.find({ tenantId, movementId: { $in: movementIds } }, { _id: 0 }).lean<LedgerRow[]>();
}

/** An account's movements before a sequence number, newest first; tombstones moved nothing and are left out. */
export async function movementsBefore(
  ledger: Ledger,
  key: AccountKey,
  page: { before: number; limit: number; lotId?: string | undefined },
): Promise<Movement[]> {
  const { tenantId, accountId } = key;
  const lot = page.lotId === undefined ? {} : { lotId: page.lotId };
  return ledger
    .find({ tenantId, accountId, sequence: { $lt: page.before }, kind: { $ne: 'tombstone' }, ...lot }, { _id: 0 })
    .sort({ sequence: -1 })
    .limit(page.limit)
    .lean<LedgerRow[]>();
}

/** Everything that ever happened to an account, oldest first. */
export async function allMovements(ledger: Ledger, key: AccountKey): Promise<Movement[]> {
  const { tenantId, accountId } = key;
  return ledger.find({ tenantId, accountId }, { _id: 0 }).sort({ sequence: 1 }).lean<LedgerRow[]>();
}
