import type { DataOf } from '@consult/contracts/envelope';
import type { ConsultationScheduled } from '@consult/contracts/events/scheduling';

export type SessionFacts = DataOf<typeof ConsultationScheduled>;

/** Hours before the start at which both are reminded, the earliest first. */
const REMINDER_HOURS = [24, 1] as const;
const HOUR_MS = 3_600_000;

/** A session as far as reminders need it; the newest word on it wins. */
export interface Session {
  _id: string;
  tenantId: string;
  /** Version of the consultation that told this. */
  version: number;
  standing: boolean;
  facts: SessionFacts;
  /** Business time of the next reminder; absent: none. */
  dueAt?: Date;
}

/** The reminder that is due at an instant, if any: a session booked late has only those still ahead. */
export function dueReminder(session: Session, now: Date): number | undefined {
  if (!session.standing || now >= startOf(session)) return undefined;
  // Two that came due at once while nobody looked are one: the later one says more.
  return REMINDER_HOURS.findLast((hours) => now >= instantOf(session, hours));
}

/** The next instant after `now` at which somebody has to be reminded. */
export function nextReminder(session: Session, now: Date): Date | undefined {
  if (!session.standing) return undefined;
  return REMINDER_HOURS.map((hours) => instantOf(session, hours)).find((instant) => instant > now);
}

const startOf = (session: Session): Date => new Date(session.facts.scheduledStart);
const instantOf = (session: Session, hours: number): Date => new Date(startOf(session).getTime() - hours * HOUR_MS);
