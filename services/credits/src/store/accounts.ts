import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import { type Account, emptyAccount } from '../domain/account.ts';
import type { Movement } from '../domain/movement.ts';
import { changesOf } from './account-changes.ts';
import type { AccountDocument, Accounts } from './account-document.ts';

/** Movement ids an account remembers after they went to the ledger. */
export const RECENT_IDS_MAX = 256;

export interface ClientKey {
  tenantId: string;
  clientId: string;
}
export interface AccountKey {
  tenantId: string;
  accountId: string;
}

/** An account as read, with what decides whether an id is new and whether there is room for more. */
export interface StoredAccount {
  account: Account;
  pending: Movement[];
  recentIds: string[];
  idsCompleteSince: Date;
  flushes: number;
  outboxLength: number;
}

/** The id of a client's account: the same on every replica, so that two who make it on demand make one. */
function accountIdOf({ tenantId, clientId }: ClientKey): string {
  return derivedId('account', tenantId, clientId);
}

/** The client's account; one nobody has heard of is empty, at version 0. */
export async function readAccount(accounts: Accounts, client: ClientKey): Promise<StoredAccount> {
  const { tenantId, clientId } = client;
  const accountId = accountIdOf(client);
  const stored = await readAccountById(accounts, { tenantId, accountId });
  if (stored) return stored;
  const account = emptyAccount({ _id: accountId, tenantId, clientId });
  return { account, pending: [], recentIds: [], idsCompleteSince: new Date(0), flushes: 0, outboxLength: 0 };
}

export async function readAccountById(accounts: Accounts, key: AccountKey): Promise<StoredAccount | undefined> {
  const found = await accounts.findOne({ tenantId: key.tenantId, _id: key.accountId }).lean<AccountDocument>();
  if (found === null) return undefined;
  const { pending, recentIds, idsCompleteSince, flushes, outbox, ...account } = found;
  return { account, pending, recentIds, idsCompleteSince, flushes, outboxLength: outbox.length };
}

/**
 * Writes a decided account over the version it was decided on, with its movements and events: one acknowledged update.
 * Answers false when somebody else was faster: read again, decide again.
 */
export async function saveAccount(
  accounts: Accounts,
  before: Account,
  decided: { after: Account; movements: Movement[]; events: Envelope[] },
): Promise<boolean> {
  const { after, movements, events } = decided;
  if (before.version === 0) return insertAccount(accounts, { ...after, version: 1 }, movements, events);
  const { $set, $unset } = changesOf(before, after);
  const { matchedCount } = await accounts.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    {
      ...(Object.keys($set).length === 0 ? {} : { $set }),
      ...(Object.keys($unset).length === 0 ? {} : { $unset }),
      $push: { pending: { $each: movements }, outbox: { $each: events } },
      $inc: { version: 1 },
    },
  );
  return matchedCount === 1;
}

async function insertAccount(
  accounts: Accounts,
  account: Account,
  pending: Movement[],
  outbox: Envelope[],
): Promise<boolean> {
  try {
    await accounts.create({ ...account, pending, recentIds: [], idsCompleteSince: new Date(0), flushes: 0, outbox });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Takes movements that are in the ledger off the account, and remembers their ids. The version stays: nothing was decided.
 * Answers false when another flush was faster.
 */
export async function forgetFlushed(
  accounts: Accounts,
  stored: StoredAccount,
  flushed: { ids: string[]; idsCompleteSince: Date },
): Promise<boolean> {
  const { tenantId, _id } = stored.account;
  const { modifiedCount } = await accounts.updateOne(
    { tenantId, _id, flushes: stored.flushes },
    {
      $pull: { pending: { movementId: { $in: flushed.ids } } },
      $push: { recentIds: { $each: flushed.ids, $slice: -RECENT_IDS_MAX } },
      $set: { idsCompleteSince: flushed.idsCompleteSince },
      $inc: { flushes: 1 },
    },
  );
  return modifiedCount === 1;
}
