import { groupReadAll } from '@consult/runtime/group-read';
import { insertEachOf, onlyDuplicates } from '@consult/runtime/mongo-bulk';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Movement, MovementKind } from '../domain/movement.ts';
import type { AccountKey } from './accounts.ts';

/** A movement in the ledger. Rows are only ever inserted. */
export interface LedgerRow extends Movement {
  /** `<tenant>/<movement id>`: unique, which is what makes a movement be there once. */
  _id: string;
  tenantId: string;
  accountId: string;
}

export type Ledger = Model<LedgerRow>;
/** An account may have a million movements: they are read in passing. */
const MOVEMENTS_PER_BATCH = 1_000;
const LEDGER = 'ledger';

// Rows are written from typed code only, whole: the schema names what queries and the tenant guard use, and lets the rest be.
const schema = new Schema<LedgerRow>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    accountId: { type: String, required: true },
    movementId: { type: String, required: true },
    kind: String,
    lotId: String,
    bookingId: String,
    sequence: Number,
    transactionId: String,
    at: Date,
    deferredMinor: Number,
    refundedMinor: Number,
    terms: Schema.Types.Mixed,
  },
  { collection: LEDGER, shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false, strict: false },
);
schema.index({ tenantId: 1, accountId: 1, sequence: -1 });
// Movements of the trial have no lot.
schema.index({ tenantId: 1, lotId: 1, sequence: -1 }, { partialFilterExpression: { lotId: { $gt: '' } } });
// A booking has a handful; what is of no booking has none.
schema.index({ tenantId: 1, bookingId: 1, sequence: -1 }, { partialFilterExpression: { bookingId: { $gt: '' } } });
// What reports add up: what earns or owes money, and unlimited lots, which earn as time goes by.
schema.index({ tenantId: 1, at: 1 }, { partialFilterExpression: { deferredMinor: { $exists: true } }, name: 'worth' });
schema.index({ tenantId: 1, at: 1 }, { partialFilterExpression: { 'terms.unlimited': true }, name: 'unlimited' });

/** The append-only ledger on this connection. */
export function ledgerOn(connection: Connection): Ledger {
  return connection.model<LedgerRow>('LedgerRow', schema);
}

/**
 * Appends movements, of any accounts; those that are there already stay as they are. Answers the ids that the ledger has for
 * another account than the one they are appended for, which must never be.
 */
export async function appendMovements(
  ledger: Ledger,
  movements: readonly Omit<LedgerRow, '_id'>[],
): Promise<ReadonlySet<string>> {
  const rows = movements.map((movement) => ({ _id: idOf(movement.tenantId, movement.movementId), ...movement }));
  try {
    await insertEachOf<LedgerRow>(ledger.db, LEDGER, rows);
    return new Set();
  } catch (error) {
    if (!onlyDuplicates(error)) throw error;
  }
  // A flush before this one died between the two writes; or another account has taken an id.
  const strangers = await Promise.all(
    [...byTenant(rows)].map(([tenantId, own]) => takenElsewhere(ledger, tenantId, own)),
  );
  return new Set(strangers.flat());
}

async function takenElsewhere(ledger: Ledger, tenantId: string, rows: LedgerRow[]): Promise<string[]> {
  const owners = new Map(rows.map(({ _id, accountId }) => [_id, accountId]));
  const found = await ledger
    .find({ tenantId, _id: { $in: [...owners.keys()] } }, { movementId: 1, accountId: 1 })
    .lean<Pick<LedgerRow, '_id' | 'movementId' | 'accountId'>[]>();
  return found.filter((row) => owners.get(row._id) !== row.accountId).map(({ movementId }) => movementId);
}

function idOf(tenantId: string, movementId: string): string {
  return `${tenantId}/${movementId}`;
}

function byTenant(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) groups.set(row.tenantId, [...(groups.get(row.tenantId) ?? []), row]);
  return groups;
}

/** Commands of many accounts look for their ids at the same time. */
const readRows = groupReadAll<LedgerRow>('movements by their ids');

/** Movements by their ids. They are shared: not to be changed. */
export async function findMovements(
  ledger: Ledger,
  tenantId: string,
  movementIds: readonly string[],
): Promise<LedgerRow[]> {
  if (movementIds.length === 0) return [];
  return readRows(ledger, { tenantId, ids: movementIds.map((movementId) => idOf(tenantId, movementId)) });
}

/** Which of an account's movements; every part narrows it. */
export interface MovementFilter {
  lotId?: string | undefined;
  bookingId?: string | undefined;
  kind?: MovementKind | undefined;
}
/** A page of them, newest first. */
export type MovementPage = MovementFilter & { before: number; limit: number };

/** An account's movements before a sequence number, newest first; tombstones moved nothing and are left out. */
export async function movementsBefore(ledger: Ledger, key: AccountKey, page: MovementPage): Promise<Movement[]> {
  return movementsQuery(ledger, key, page).lean<Movement[]>();
}

/** The query of such a page; of a booking or a lot it goes by an index of its own, however many movements the account has. */
export function movementsQuery(ledger: Ledger, { tenantId, accountId }: AccountKey, page: MovementPage) {
  const { lotId, bookingId, kind, before, limit } = page;
  const by = bookingId === undefined ? (lotId === undefined ? 'accountId' : 'lotId') : 'bookingId';
  return ledger
    .find(
      {
        tenantId,
        accountId,
        sequence: { $lt: before },
        kind: kind === undefined ? { $ne: 'tombstone' as const } : { $eq: kind },
        // `$gt` says that the partial indexes are enough. Nothing is a lot's or booking's whose id is empty.
        ...(lotId === undefined ? {} : { lotId: { $eq: lotId, $gt: '' } }),
        ...(bookingId === undefined ? {} : { bookingId: { $eq: bookingId, $gt: '' } }),
      },
      { _id: 0 },
    )
    .sort({ sequence: -1 })
    .limit(limit)
    .hint({ tenantId: 1, [by]: 1, sequence: -1 });
}

/** Everything that ever happened to an account up to a sequence number, oldest first, read as it is needed. */
export function movementsOf(ledger: Ledger, key: AccountKey, upTo: number): AsyncIterable<Movement> {
  const { tenantId, accountId } = key;
  return ledger
    .find({ tenantId, accountId, sequence: { $lte: upTo } }, { _id: 0 })
    .sort({ sequence: 1 })
    .lean<Movement[]>()
    .cursor({ batchSize: MOVEMENTS_PER_BATCH });
}
