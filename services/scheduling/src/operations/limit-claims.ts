import { createHash } from 'node:crypto';
import type { Interval } from '../domain/intervals.ts';
import { limitClaims, limitedPeriods } from '../domain/limits.ts';
import { localDay } from '../domain/local-days.ts';
import { limitedSessions } from './busy-times.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './busy-times.ts';

/** Each lost race means that somebody else has claimed; who loses this often waits in a crowd for what is nearly gone. */
const CLAIM_ATTEMPTS = 20;

/**
 * Carries out a write with the ordinals it claims under the consultant's limits (none: an empty array), and tries again with
 * fresh ones while it answers `limit_taken`. Answers `limit` when a period is full, or stays contested.
 * A write that collides must leave nothing behind.
 */
export async function withLimitClaims<T>(
  deps: Pick<Deps, 'consultations' | 'clock'>,
  meeting: Meeting,
  wanted: { bookingId: string; session: Interval },
  write: (claims: string[]) => Promise<T | 'limit_taken'>,
): Promise<T | 'limit'> {
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt += 1) {
    const claims = await freshClaims(deps, meeting, { ...wanted, attempt });
    if (claims === 'limit') return claims;
    const written = await write(claims);
    if (written !== 'limit_taken') return written;
  }
  return 'limit';
}

async function freshClaims(
  deps: Pick<Deps, 'consultations' | 'clock'>,
  meeting: Meeting,
  wanted: { bookingId: string; session: Interval; attempt: number },
): Promise<string[] | 'limit'> {
  const { timezone, limits } = meeting.consultant.availability;
  if (limits === undefined) return [];
  const { bookingId, session, attempt } = wanted;
  const sessions = await limitedSessions(deps, meeting, session);
  const minutes = session.end - session.start;
  const periods = limitedPeriods(limits, localDay(timezone, session.start));
  return limitClaims(periods, sessions, { minutes, spread: spreadOf(bookingId, attempt) });
}

/** Different for each booking and attempt, so that many at once begin at different ordinals. */
function spreadOf(bookingId: string, attempt: number): number {
  return createHash('sha256').update(`${bookingId}#${attempt}`).digest().readUInt32BE();
}
