import { updateEachOf } from '@consult/runtime/mongo-bulk';
import type { Movement } from '../domain/movement.ts';
import { ACCOUNTS, type AccountDocument, type Accounts } from './account-document.ts';
import type { AccountKey } from './accounts.ts';
import type { Remembering } from './recent-ids.ts';

/** What a flush needs of an account. */
export interface PendingAccount extends AccountKey {
  version: number;
  pending: Movement[];
  recentIds: string[];
  idsCompleteSince: Date;
  flushes: number;
}

/** Movements of an account that are in the ledger now. */
export interface Flushed extends Remembering {
  account: PendingAccount;
  /** All up to this sequence number, but for those that could not be written. */
  upTo: number;
  kept: readonly string[];
  moved: number;
}

const PROJECTION = { tenantId: 1, version: 1, pending: 1, recentIds: 1, idsCompleteSince: 1, flushes: 1 } as const;
type PendingRow = Pick<AccountDocument, '_id' | keyof typeof PROJECTION>;
const ACROSS_TENANTS = { acrossTenants: 'credits ledger flush' } as const;

/** Accounts with movements that were recorded before `recordedBefore` and are not in the ledger yet, the longest waiting first. */
export async function accountsToFlush(
  accounts: Accounts,
  recordedBefore: Date,
  limit: number,
): Promise<PendingAccount[]> {
  const found = await accounts
    .find(
      { 'pending.0': { $exists: true }, 'pending.0.recordedAt': { $lte: recordedBefore } },
      PROJECTION,
      ACROSS_TENANTS,
    )
    .sort({ 'pending.0.recordedAt': 1 })
    .limit(limit)
    .lean<PendingRow[]>();
  return found.map(toPending);
}

/** These accounts, as far as they have movements that are not in the ledger yet. */
export async function pendingAccounts(accounts: Accounts, keys: readonly AccountKey[]): Promise<PendingAccount[]> {
  const ids = keys.map(({ accountId }) => accountId);
  const found = await accounts.find({ _id: { $in: ids } }, PROJECTION, ACROSS_TENANTS).lean<PendingRow[]>();
  return found.map(toPending).filter(({ pending }) => pending.length > 0);
}

function toPending({ _id: accountId, ...rest }: PendingRow): PendingAccount {
  return { accountId, ...rest };
}

/**
 * Takes movements that are in the ledger off their accounts, and remembers their ids. Versions stay: nothing was decided.
 * Answers how many accounts it was; of the others, another flush was faster.
 */
export async function forgetFlushed(accounts: Accounts, flushed: readonly Flushed[]): Promise<number> {
  const { modifiedCount } = await updateEachOf<AccountDocument>(accounts.db, ACCOUNTS, flushed.map(forgetting));
  return modifiedCount;
}

function forgetting({ account, upTo, kept, marks, idsCompleteSince }: Flushed) {
  const { tenantId, accountId, flushes } = account;
  // Movements of an account are pushed in the order of their sequence: all of these were there to be read.
  const gone = { sequence: { $lte: upTo }, ...(kept.length === 0 ? {} : { movementId: { $nin: [...kept] } }) };
  return {
    tenantId,
    filter: { _id: accountId, flushes },
    update: {
      $pull: { pending: gone },
      $set: {
        idsCompleteSince,
        ...Object.fromEntries([...marks].map(([place, mark]) => [`recentIds.${place}`, mark])),
      },
      $inc: { flushes: 1 },
    },
    hint: { _id: 1 },
  };
}
