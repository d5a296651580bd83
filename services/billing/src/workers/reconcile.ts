import type { Worker } from '@consult/runtime/worker';
import { checkStale } from '../operations/check-stale.ts';
import type { Deps } from '../operations/deps.ts';
import type { HeardWork } from '../operations/follow-heard.ts';
import { sweepEvents } from '../operations/sweep-events.ts';
import { accountsAfter } from '../store/tenants.ts';
import { dueForCheck } from '../store/transaction-queries.ts';

const CHECKS_PER_TICK = 25;
const ACCOUNTS_PER_SWEEP = 10;
/** Technical time between two looks at Stripe's list of events. */
const SWEEP_EVERY_MS = 5 * 60_000;

/** Asks Stripe about payments whose outcome was never heard. */
export function staleChecks(deps: Deps): Worker {
  return {
    name: 'stale-payments',
    async tick() {
      const due = await dueForCheck(deps.transactions, deps.clock.wallNow(), CHECKS_PER_TICK);
      for (const stale of due) {
        const { transactionId } = stale.transaction;
        try {
          await checkStale(deps, stale);
        } catch (error) {
          // It has been put off already; the others must not wait for it.
          deps.logger.warn({ transactionId, err: error }, 'stale payment not checked');
        }
      }
      return due.length;
    },
  };
}

/** Looks for lost webhooks in Stripe's own list of events, a few accounts at a time. */
export function eventSweeps(deps: Deps & { webhooks: HeardWork }): Worker {
  let nextAt = deps.clock.wallNow().getTime() + SWEEP_EVERY_MS;
  let after: string | undefined;
  return {
    name: 'lost-webhooks',
    async tick() {
      if (deps.clock.wallNow().getTime() < nextAt) return 0;
      const accounts = await accountsAfter(deps.tenants, after, ACCOUNTS_PER_SWEEP);
      let found = 0;
      for (const account of accounts) {
        try {
          found += await sweepEvents(deps, account);
        } catch (error) {
          deps.logger.warn({ stripeAccount: account, err: error }, 'events not swept');
        }
      }
      after = accounts.length < ACCOUNTS_PER_SWEEP ? undefined : accounts.at(-1);
      if (after === undefined) nextAt = deps.clock.wallNow().getTime() + SWEEP_EVERY_MS;
      if (found > 0) deps.webhooks.nudge();
      return found;
    },
  };
}
