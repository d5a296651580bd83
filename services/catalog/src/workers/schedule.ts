import { dueWorker } from '@consult/runtime/due-worker';
import type { Logger } from '@consult/runtime/logger';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { followSchedule } from '../operations/follow-schedule.ts';
import { dueBySchedule, nextBySchedule } from '../store/package-schedule.ts';

const BATCH_MAX = 50;

/** Publishes and retires packages at the instants their admins have stated, by the business clock. */
export function packageSchedule(deps: Deps & { logger: Logger }): Worker {
  return dueWorker({
    name: 'package-schedule',
    batch: BATCH_MAX,
    logger: deps.logger,
    find: (page) => dueBySchedule(deps.packages, deps.clock.now(), page),
    idOf: ({ _id }) => _id,
    settle: (stored) => followSchedule(deps, stored),
    nextDue: (until) => nextBySchedule(deps.packages, until),
  });
}
