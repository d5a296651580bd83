import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { finishWish } from '../operations/finish-wish.ts';
import { dueWishes } from '../store/subscriptions.ts';

const BATCH_MAX = 25;

/** Finishes moves of subscriptions that were recorded and left, by technical time. */
export function staleWishes(deps: Deps): Worker {
  return {
    name: 'stale-wishes',
    async tick() {
      const due = await dueWishes(deps.subscriptions, deps.clock.wallNow(), BATCH_MAX);
      for (const stale of due) {
        try {
          await finishWish(deps, stale);
        } catch (error) {
          // It has been put off already; the others must not wait for it.
          deps.logger.warn({ subscriptionId: stale._id, err: error }, 'wish not finished');
        }
      }
      return due.length;
    },
  };
}
