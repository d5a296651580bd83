import { createHash } from 'node:crypto';
import type { Interval } from '../domain/intervals.ts';
import { limitClaims, limitedPeriods, limitReach } from '../domain/limits.ts';
import { localDay } from '../domain/local-days.ts';
import { claimedSessions } from '../store/consultation-queries.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './free-time.ts';

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
  { consultant, exceptBookingId }: Meeting,
  wanted: { bookingId: string; session: Interval; attempt: number },
): Promise<string[] | 'limit'> {
  const { timezone, limits } = consultant.availability;
  if (limits === undefined) return [];
  const { bookingId, session, attempt } = wanted;
  const day = localDay(timezone, session.start);
  const key = { tenantId: consultant.tenantId, consultantId: consultant._id, exceptBookingId, now: deps.clock.now() };
  const standing = await claimedSessions(deps.consultations, key, limitReach(limits, day, day));
  const sessions = standing.map(({ start, end, claims }) => ({
    day: localDay(timezone, start),
    minutes: end - start,
    claims,
  }));
  const minutes = session.end - session.start;
  return limitClaims(limitedPeriods(limits, day), sessions, { minutes, spread: spreadOf(bookingId, attempt) });
}

/** Different for each booking and attempt, so that many at once begin at different ordinals. */
function spreadOf(bookingId: string, attempt: number): number {
  return createHash('sha256').update(`${bookingId}#${attempt}`).digest().readUInt32BE();
}
