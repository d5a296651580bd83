import { dueReminder, nextReminder, type Session } from '../domain/session.ts';
import { saveReminded } from '../store/sessions.ts';
import type { Deps } from './deps.ts';
import { tellParts } from './tell-of-session.ts';

/** Reminds both of a session whose reminder is due, and moves it on to the next one. Dying in between repeats the same messages, which are there already. */
export async function remind(deps: Deps, session: Session): Promise<void> {
  const now = deps.clock.now();
  const hours = dueReminder(session, now);
  if (hours !== undefined) {
    const { tenantId, facts, version } = session;
    const cause = `${facts.bookingId}:${facts.revision}:reminder-${hours}h`;
    await tellParts(deps, { tenantId, cause, session: facts, version }, ['client', 'consultant'], (values) => ({
      template: 'reminder',
      values: { ...values, hours },
    }));
  }
  await saveReminded(deps.sessions, session, nextReminder(session, now));
}
