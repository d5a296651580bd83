import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { makeDueMove } from '../operations/make-due-move.ts';
import { dueBookings, nextDueAt } from '../store/worker-queries.ts';

const DUE_BATCH_MAX = 50;

/** Lapses what was not confirmed in time and closes what nobody closed, by the business clock. */
export function dueMoves(deps: Deps): Worker {
  return {
    name: 'due-moves',
    async tick() {
      const due = await dueBookings(deps.consultations, deps.clock.now(), DUE_BATCH_MAX);
      let moved = 0;
      for (const key of due) {
        try {
          if (await makeDueMove(deps, key)) moved += 1;
        } catch (error) {
          // One that cannot be moved must not hold up the others; it stays due and is tried again.
          deps.logger.error({ bookingId: key.bookingId, err: error }, 'due move failed');
        }
      }
      return moved;
    },
    nextDue: (until) => nextDueAt(deps.consultations, until),
  };
}
