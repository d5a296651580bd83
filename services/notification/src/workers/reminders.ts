import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { remind } from '../operations/remind.ts';
import { dueSessions, nextDueAt } from '../store/sessions.ts';

const REMINDER_BATCH_MAX = 50;

/** Reminds people of their sessions, by the business clock. */
export function reminders(deps: Deps): Worker {
  return dueWorker({
    name: 'reminders',
    batch: REMINDER_BATCH_MAX,
    logger: deps.logger,
    find: (page) => dueSessions(deps.sessions, deps.clock.now(), page),
    idOf: ({ _id }) => _id,
    async settle(session) {
      await remind(deps, session);
      return true;
    },
    nextDue: (until) => nextDueAt(deps.sessions, until),
  });
}
