import { keepNewest } from '@consult/runtime/projection';
import type { Letter } from '../domain/message.ts';
import { nextReminder, type SessionFacts } from '../domain/session.ts';
import type { Part, SessionValues } from '../domain/session-mails.ts';
import type { Deps } from './deps.ts';
import { contactOf } from './people.ts';
import { queueLetter } from './queue-letter.ts';

export interface SessionNews {
  tenantId: string;
  cause: string;
  session: SessionFacts;
  /** The consultation's version that told this. */
  version: number;
}

/** Writes to the parts of a session, each about the other. */
export async function tellParts(
  deps: Deps,
  news: SessionNews,
  parts: readonly Part[],
  letterFor: (values: SessionValues) => Letter,
): Promise<void> {
  const { tenantId, cause, session } = news;
  const client = await contactOf(deps, { tenantId, userId: session.clientId });
  for (const part of parts) {
    const userId = part === 'client' ? session.clientId : session.consultantId;
    const otherName = part === 'client' ? session.consultantName : client.name;
    await queueLetter(deps, { tenantId, userId, cause, letter: letterFor({ session, part, otherName }) });
  }
}

/** Keeps what reminders need to know; a session that is over, or was given up, needs none. */
export async function keepReminders(deps: Deps, news: SessionNews, standing: boolean): Promise<void> {
  const { tenantId, session: facts, version } = news;
  const session = { _id: facts.bookingId, tenantId, version, standing, facts };
  const dueAt = nextReminder(session, deps.clock.now());
  await keepNewest(deps.sessions, { ...session, ...(dueAt === undefined ? {} : { dueAt }) });
}
