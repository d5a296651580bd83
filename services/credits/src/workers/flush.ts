import type { Clock } from '@consult/runtime/clock';
import type { Logger } from '@consult/runtime/logger';
import type { Worker } from '@consult/runtime/worker';
import { flushAccount } from '../operations/flush-account.ts';
import type { Accounts } from '../store/account-document.ts';
import { accountsToFlush } from '../store/account-queries.ts';
import type { AccountKey } from '../store/accounts.ts';
import type { Ledger } from '../store/ledger.ts';

/** A busy account is flushed as soon as it holds this many movements, so that it stays small to read and write. */
const NUDGE_AT_MOVEMENTS = 16;
const NUDGED_MAX = 8;
const ACCOUNTS_PER_TICK = 200;
const AT_ONCE = 8;

/** Brings movements from the accounts into the ledger, apart from publishing: a broker outage does not hold them. */
export interface Flush {
  /** Says how many movements an account holds; many are flushed right away, few wait for the tick. */
  nudge(key: AccountKey, pending: number): void;
  worker: Worker;
  /** Waits for what was nudged. */
  stop(): Promise<void>;
}

interface FlushDeps {
  accounts: Accounts;
  ledger: Ledger;
  clock: Clock;
  logger: Logger;
}

export function createFlush(deps: FlushDeps): Flush {
  const running = new Map<string, Promise<void>>();

  async function flushQuietly(key: AccountKey): Promise<number> {
    try {
      return await flushAccount(deps, key);
    } catch (error) {
      // The movements stay on the account; the next tick tries again.
      deps.logger.warn({ accountId: key.accountId, err: error }, 'ledger flush failed');
      return 0;
    }
  }

  return {
    nudge(key, pending) {
      if (pending < NUDGE_AT_MOVEMENTS || running.size >= NUDGED_MAX || running.has(key.accountId)) return;
      const work = flushQuietly(key).then(() => {
        running.delete(key.accountId);
      });
      running.set(key.accountId, work);
    },
    worker: {
      name: 'ledger-flush',
      async tick() {
        const waiting = await accountsToFlush(deps.accounts, deps.clock.wallNow(), ACCOUNTS_PER_TICK);
        let flushed = 0;
        for (let next = 0; next < waiting.length; next += AT_ONCE) {
          const counts = await Promise.all(waiting.slice(next, next + AT_ONCE).map(flushQuietly));
          flushed += counts.reduce((sum, count) => sum + count, 0);
        }
        return flushed;
      },
    },
    async stop() {
      await Promise.all(running.values());
    },
  };
}
