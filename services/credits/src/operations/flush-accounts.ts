import { faultPoint } from '@consult/runtime/fault';
import type { Logger } from '@consult/runtime/logger';
import type { AccountCache } from '../store/account-cache.ts';
import type { Accounts } from '../store/account-document.ts';
import { appendMovements, type Ledger } from '../store/ledger.ts';
import { type Flushed, forgetFlushed, type PendingAccount } from '../store/pending.ts';
import { remembered, remembering } from '../store/recent-ids.ts';

/** Movements one flush takes along of one account, and of all together. */
const MOVEMENTS_PER_ACCOUNT_MAX = 500;
const MOVEMENTS_MAX = 2_000;

export interface FlushDeps {
  accounts: Accounts;
  ledger: Ledger;
  cache: AccountCache;
  logger: Logger;
}

/**
 * Writes pending movements of many accounts into the ledger, then takes them off the accounts: one bulk each. Whoever dies in
 * between, or races with another flush, leaves movements in both places, which is harmless: they have the same id.
 * Answers how many moved; what is beyond one flush stays for the next.
 */
export async function flushAccounts(deps: FlushDeps, found: readonly PendingAccount[]): Promise<number> {
  const taken = withinOneFlush(found);
  if (taken.length === 0) return 0;
  faultPoint('credits.before-ledger');
  const strangers = await appendMovements(
    deps.ledger,
    taken.flatMap(({ tenantId, accountId, pending }) =>
      pending.map((movement) => ({ ...movement, tenantId, accountId })),
    ),
  );
  faultPoint('credits.after-ledger');
  if (strangers.size > 0) deps.logger.error({ movements: strangers.size }, 'movement ids taken elsewhere');
  const flushed = taken.map((account) => flushedOf(account, strangers));
  const forgotten = await forgetFlushed(deps.accounts, flushed);
  // The total does not say which ones another flush had first.
  for (const one of flushed) {
    if (forgotten === flushed.length) trim(deps.cache, one);
    else deps.cache.drop(one.account.accountId);
  }
  return forgotten === 0 ? 0 : flushed.reduce((sum, { moved }) => sum + moved, 0);
}

function withinOneFlush(found: readonly PendingAccount[]): PendingAccount[] {
  const taken: PendingAccount[] = [];
  let movements = 0;
  for (const account of found) {
    const pending = account.pending.slice(0, MOVEMENTS_PER_ACCOUNT_MAX);
    if (taken.length > 0 && movements + pending.length > MOVEMENTS_MAX) break;
    movements += pending.length;
    taken.push({ ...account, pending });
  }
  return taken;
}

function flushedOf(account: PendingAccount, strangers: ReadonlySet<string>): Flushed {
  const gone = account.pending.filter(({ movementId }) => !strangers.has(movementId));
  const kept = account.pending.filter(({ movementId }) => strangers.has(movementId));
  return {
    account,
    upTo: account.pending.at(-1)?.sequence ?? 0,
    kept: kept.map(({ movementId }) => movementId),
    ...remembering(account, gone),
    moved: gone.length,
  };
}

/** The remembered account without what is in the ledger now. One that is older than what the flush has read is out of date. */
function trim(cache: AccountCache, { account, upTo, kept, marks, idsCompleteSince }: Flushed): void {
  const known = cache.get(account.accountId);
  if (known === undefined) return;
  if (known.account.version < account.version) return cache.drop(account.accountId);
  cache.keep({
    ...known,
    pending: known.pending.filter(({ sequence, movementId }) => sequence > upTo || kept.includes(movementId)),
    recentIds: remembered(account.recentIds, marks),
    idsCompleteSince,
  });
}
