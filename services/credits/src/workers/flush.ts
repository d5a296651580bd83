import type { Clock } from '@consult/runtime/clock';
import type { Worker } from '@consult/runtime/worker';
import { flushAccounts, type FlushDeps } from '../operations/flush-accounts.ts';
import type { AccountKey } from '../store/accounts.ts';
import { accountsToFlush, type PendingAccount, pendingAccounts } from '../store/pending.ts';

/** A busy account is flushed as soon as it holds this many movements, so that it stays small to read and write. */
const NUDGE_AT_MOVEMENTS = 16;
/** Beyond it a nudge is dropped; the tick finds its movements. */
const NUDGED_MAX = 1_000;
/** Few movements wait for company: an account is then written once for all of them. Whoever reads it counts them anyway. */
const WAIT_MS = 2_000;
const ACCOUNTS_PER_FLUSH = 100;
const FLUSHES_PER_TICK = 10;

/** Brings movements from the accounts into the ledger, apart from publishing: a broker outage does not hold them. */
export interface Flush {
  /** Says how many movements an account holds; many are flushed right away, few wait for the tick. */
  nudge(key: AccountKey, pending: number): void;
  worker: Worker;
  /** Waits for what was nudged. */
  stop(): Promise<void>;
}

export function createFlush(deps: FlushDeps & { clock: Clock }): Flush {
  const nudged = new Map<string, AccountKey>();
  let running: Promise<void> | undefined;

  async function flushQuietly(find: () => Promise<PendingAccount[]>): Promise<number> {
    try {
      return await flushAccounts(deps, await find());
    } catch (error) {
      // The movements stay on their accounts; the next tick tries again.
      deps.logger.warn({ err: error }, 'ledger flush failed');
      return 0;
    }
  }

  async function flushNudged(): Promise<void> {
    while (nudged.size > 0) {
      const keys = [...nudged.values()].slice(0, ACCOUNTS_PER_FLUSH);
      for (const { accountId } of keys) nudged.delete(accountId);
      await flushQuietly(() => pendingAccounts(deps.accounts, keys));
    }
    running = undefined;
  }

  return {
    nudge(key, pending) {
      if (pending < NUDGE_AT_MOVEMENTS || nudged.size >= NUDGED_MAX) return;
      nudged.set(key.accountId, key);
      running ??= flushNudged();
    },
    worker: {
      name: 'ledger-flush',
      async tick() {
        let flushed = 0;
        const until = new Date(deps.clock.wallNow().getTime() - WAIT_MS);
        for (let round = 0; round < FLUSHES_PER_TICK; round += 1) {
          const moved = await flushQuietly(() => accountsToFlush(deps.accounts, until, ACCOUNTS_PER_FLUSH));
          flushed += moved;
          if (moved === 0) break;
        }
        return flushed;
      },
    },
    async stop() {
      await running;
    },
  };
}
