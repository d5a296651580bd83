import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { makeDueMove } from '../operations/make-due-move.ts';
import { dueBookings, nextDueAt } from '../store/worker-queries.ts';

const DUE_BATCH_MAX = 50;

/** Lapses what was not confirmed in time and closes what nobody closed, by the business clock. */
export function dueMoves(deps: Deps): Worker {
  return dueWorker({
    name: 'due-moves',
    batch: DUE_BATCH_MAX,
    logger: deps.logger,
    find: (page) => dueBookings(deps.consultations, deps.clock.now(), page),
    idOf: ({ bookingId }) => bookingId,
    settle: (key) => makeDueMove(deps, key),
    nextDue: (until) => nextDueAt(deps.consultations, until),
  });
}
