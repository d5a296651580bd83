import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import { ABANDONED_AFTER_MS } from '../domain/patience.ts';
import type { Deps } from '../operations/deps.ts';
import { giveUpAbandoned } from '../operations/give-up-abandoned.ts';
import { openSince } from '../store/transaction-queries.ts';

const BATCH_MAX = 25;

/** Cancels purchases that were opened and never paid, by the business clock; one stays open until Stripe's answer closes it. */
export function abandonedPurchases(deps: Deps): Worker {
  const createdBefore = (now: Date) => new Date(now.getTime() - ABANDONED_AFTER_MS);
  return dueWorker({
    name: 'abandoned-purchases',
    batch: BATCH_MAX,
    logger: deps.logger,
    find: (page) => openSince(deps.transactions, createdBefore(deps.clock.now()), page),
    idOf: ({ _id }) => _id,
    async settle(transaction) {
      await giveUpAbandoned(deps, transaction);
      return true;
    },
    async nextDue(until) {
      const [oldest] = await openSince(deps.transactions, createdBefore(until), { except: [], limit: 1 });
      return oldest && new Date(oldest.createdAt.getTime() + ABANDONED_AFTER_MS);
    },
  });
}
