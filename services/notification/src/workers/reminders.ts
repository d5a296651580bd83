import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { remind } from '../operations/remind.ts';
import { dueSessions, nextDueAt } from '../store/sessions.ts';

const REMINDER_BATCH_MAX = 50;

/** Reminds people of their sessions, by the business clock. */
export function reminders(deps: Deps): Worker {
  return {
    name: 'reminders',
    async tick() {
      const due = await dueSessions(deps.sessions, deps.clock.now(), REMINDER_BATCH_MAX);
      let reminded = 0;
      for (const session of due) {
        try {
          await remind(deps, session);
          reminded += 1;
        } catch (error) {
          // One that cannot be told must not hold up the others; it stays due and is tried again.
          deps.logger.error({ bookingId: session._id, err: error }, 'reminder failed');
        }
      }
      return reminded;
    },
    nextDue: (until) => nextDueAt(deps.sessions, until),
  };
}
