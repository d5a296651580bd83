import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import { type Account, emptyAccount } from '../domain/account.ts';
import type { Movement } from '../domain/movement.ts';
import { changesOf, lotsById } from './account-changes.ts';
import type { AccountDocument, Accounts } from './account-document.ts';
import type { GroupCommit } from './group-commit.ts';

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
  pending: readonly Movement[];
  /** Marks of movements in the ledger (see recent-ids). */
  recentIds: readonly string[];
  idsCompleteSince: Date;
  outboxLength: number;
}

/** The id of a client's account: the same on every replica, so that two who make it on demand make one. */
export function accountIdOf({ tenantId, clientId }: ClientKey): string {
  return derivedId('account', tenantId, clientId);
}

/** The client's account; one nobody has heard of is empty, at version 0. */
export async function readAccount(accounts: Accounts, client: ClientKey): Promise<StoredAccount> {
  const { tenantId, clientId } = client;
  const accountId = accountIdOf(client);
  const stored = await readAccountById(accounts, { tenantId, accountId });
  if (stored) return stored;
  const account = emptyAccount({ _id: accountId, tenantId, clientId });
  return { account, pending: [], recentIds: [], idsCompleteSince: new Date(0), outboxLength: 0 };
}

export async function readAccountById(accounts: Accounts, key: AccountKey): Promise<StoredAccount | undefined> {
  const found = await accounts.findOne({ tenantId: key.tenantId, _id: key.accountId }).lean<AccountDocument>();
  if (found === null) return undefined;
  const { lots, archivable: _flag, pending, recentIds, idsCompleteSince, flushes: _flushes, outbox, ...rest } = found;
  const account = { ...rest, lots: Object.values(lots) };
  return { account, pending, recentIds, idsCompleteSince, outboxLength: outbox.length };
}

/** What a fold of commands makes of an account. */
export interface Decided {
  after: Account;
  movements: readonly Movement[];
  events: readonly Envelope[];
}

/**
 * Writes a decided account over the version it was decided on, with its movements and events: one acknowledged update.
 * Answers false when it may not have been written, mostly because somebody else was faster: read again, decide again.
 * Throws when nothing is known about it. Refusals: dependency_unavailable when too many writes wait.
 * @param published ids of events that leave the account with it; only where it adds none
 */
export async function saveAccount(
  deps: { accounts: Accounts; commits: GroupCommit },
  before: Account,
  decided: Decided,
  published: readonly string[] = [],
): Promise<boolean> {
  const { after, movements, events } = decided;
  if (before.version === 0) return insertAccount(deps.accounts, decided);
  const $push = {
    ...(movements.length === 0 ? {} : { pending: { $each: [...movements] } }),
    ...(events.length === 0 ? {} : { outbox: { $each: [...events] } }),
  };
  const $pull = published.length === 0 ? {} : { outbox: { id: { $in: [...published] } } };
  return deps.commits.commit({
    tenantId: before.tenantId,
    filter: { _id: before._id, version: before.version },
    update: { ...filled({ ...changesOf(before, after), $push, $pull }), $inc: { version: 1 } },
  });
}

/** The operators that have something to do: the server refuses some that have not, and works for the others. */
function filled(operators: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(operators).filter(([, paths]) => Object.keys(paths).length > 0));
}

async function insertAccount(accounts: Accounts, { after, movements, events }: Decided): Promise<boolean> {
  try {
    await accounts.create({
      ...after,
      version: 1,
      lots: lotsById(after.lots),
      pending: [...movements],
      recentIds: [],
      idsCompleteSince: new Date(0),
      flushes: 0,
      outbox: [...events],
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** The account after such a write, as a later read would have it; what has been flushed or published since, it still counts. */
export function savedAccount(stored: StoredAccount, { after, movements, events }: Decided): StoredAccount {
  return {
    ...stored,
    account: { ...after, version: stored.account.version + 1 },
    pending: [...stored.pending, ...movements],
    outboxLength: stored.outboxLength + events.length,
  };
}
