import type { Worker } from '@consult/runtime/worker';
import { ABANDONED_AFTER_MS } from '../domain/patience.ts';
import type { Deps } from '../operations/deps.ts';
import { giveUpAbandoned } from '../operations/give-up-abandoned.ts';
import { openSince } from '../store/transaction-queries.ts';

const BATCH_MAX = 25;

/** Cancels purchases that were opened and never paid, by the business clock. */
export function abandonedPurchases(deps: Deps): Worker {
  const createdBefore = (now: Date) => new Date(now.getTime() - ABANDONED_AFTER_MS);
  return {
    name: 'abandoned-purchases',
    async tick() {
      const abandoned = await openSince(deps.transactions, createdBefore(deps.clock.now()), BATCH_MAX);
      let done = 0;
      for (const transaction of abandoned) {
        try {
          await giveUpAbandoned(deps, transaction);
          done += 1;
        } catch (error) {
          // It stays open and is tried again: only Stripe's answer closes it.
          deps.logger.warn(
            { transactionId: transaction.transactionId, err: error },
            'abandoned purchase not cancelled',
          );
        }
      }
      return done;
    },
    async nextDue(until) {
      const [oldest] = await openSince(deps.transactions, createdBefore(until), 1);
      return oldest && new Date(oldest.createdAt.getTime() + ABANDONED_AFTER_MS);
    },
  };
}
