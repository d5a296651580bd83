import { faultPoint } from '@consult/runtime/fault';
import type { AccountCache } from '../store/account-cache.ts';
import type { Accounts } from '../store/account-document.ts';
import { type AccountKey, readAccountById, saveAccount } from '../store/accounts.ts';
import { type Archive, archiveLots } from '../store/archived-lots.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import { lotsToArchive } from '../store/spent-lots.ts';

/** Lots one step moves; an account with more has its next turn. */
const LOTS_MAX = 100;
/** A busy account changes while its lots are copied; after that many times it is left to its next turn. */
const TRIES_MAX = 10;

export interface ArchiveDeps {
  accounts: Accounts;
  archive: Archive;
  commits: GroupCommit;
  cache: AccountCache;
}

/**
 * Moves an account's spent lots, but for the newest, into the archive: first the copies, then off the account, at the version the
 * copies were taken at. Whoever dies in between leaves both, and the account is right; so it is when the account has changed
 * meanwhile, and then newer copies are taken. Answers how many lots have left.
 */
export async function archiveSpentLots(deps: ArchiveDeps, key: AccountKey): Promise<number> {
  for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
    const left = await tryArchiving(deps, key);
    if (left !== 'changed') return left;
  }
  return 0;
}

async function tryArchiving(deps: ArchiveDeps, key: AccountKey): Promise<number | 'changed'> {
  const stored = await readAccountById(deps.accounts, key);
  if (stored === undefined) return 0;
  const { account } = stored;
  const leaving = lotsToArchive(account.lots).slice(0, LOTS_MAX);
  if (leaving.length === 0) return 0;
  faultPoint('credits.before-archive');
  await archiveLots(deps.archive, key, account.version, leaving);
  faultPoint('credits.after-archive');
  const gone = new Set(leaving);
  const after = { ...account, lots: account.lots.filter((lot) => !gone.has(lot)) };
  const saved = await saveAccount(deps, account, { after, movements: [], events: [] });
  deps.cache.drop(key.accountId);
  return saved ? leaving.length : 'changed';
}
