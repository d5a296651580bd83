import { GRID_MINUTES } from './cells.ts';
import type { Interval } from './intervals.ts';
import { DAY_MINUTES, dateOf, monthOf, weekdayOf } from './local-days.ts';

/** How many sessions, and how many minutes of them, a period may hold; absent: any. */
export interface Limit {
  count?: number | undefined;
  minutes?: number | undefined;
}
/** Of the consultant's local days, weeks from Monday and months; a session counts whole where it starts. */
export interface Limits {
  perDay?: Limit | undefined;
  perWeek?: Limit | undefined;
  perMonth?: Limit | undefined;
}
/** One standing session of the consultant. */
export interface LimitedSession {
  /** Local day of its start. */
  day: number;
  minutes: number;
  /** The ordinals it has claimed; none where it was booked before there was a limit. */
  claims: readonly string[];
}
/** A limited period in local days, `[first, end)`. */
export interface Period {
  kind: keyof Limits;
  /** Its name in claims: `day:2025-01-20`, `week:2025-01-20`, `month:2025-01-01`. */
  key: string;
  first: number;
  end: number;
  limit: Limit;
}

/** The limited periods that a session on this local day counts to. */
export function limitedPeriods({ perDay, perWeek, perMonth }: Limits, day: number): Period[] {
  const periods: Period[] = [];
  const monday = day - weekdayOf(day);
  const month = monthOf(day);
  if (perDay) periods.push({ kind: 'perDay', key: `day:${dateOf(day)}`, first: day, end: day + 1, limit: perDay });
  if (perWeek)
    periods.push({ kind: 'perWeek', key: `week:${dateOf(monday)}`, first: monday, end: monday + 7, limit: perWeek });
  if (perMonth) periods.push({ kind: 'perMonth', key: `month:${dateOf(month.first)}`, ...month, limit: perMonth });
  return periods;
}

/** Epoch minutes that hold every session of the periods that local days `[first, last]` count to, whatever the zone's offset. */
export function limitReach(limits: Limits, first: number, last: number): Interval {
  const periods = [...limitedPeriods(limits, first), ...limitedPeriods(limits, last)];
  const start = Math.min(first, ...periods.map((period) => period.first));
  const end = Math.max(last + 1, ...periods.map((period) => period.end));
  return { start: (start - 1) * DAY_MINUTES, end: (end + 1) * DAY_MINUTES };
}

/** The first period that has no room for another session of this length, if any. */
export function fullPeriod(
  periods: readonly Period[],
  sessions: readonly LimitedSession[],
  minutes: number,
): Period | undefined {
  return periods.find((period) => {
    const within = sessions.filter(({ day }) => period.first <= day && day < period.end);
    const { count = Number.POSITIVE_INFINITY, minutes: most = Number.POSITIVE_INFINITY } = period.limit;
    const used = within.reduce((sum, session) => sum + session.minutes, 0);
    return within.length + 1 > count || used + minutes > most;
  });
}

/**
 * The ordinals a new session claims in its periods, one per session and one per five minutes, or `limit` where one is full.
 * They are unique per consultant, so of many who saw the same room only as many as there is room for can write.
 * `spread` (any integer ≥ 0) lets those who come at once begin at different ones.
 */
export function limitClaims(
  periods: readonly Period[],
  sessions: readonly LimitedSession[],
  wanted: { minutes: number; spread: number },
): string[] | 'limit' {
  if (fullPeriod(periods, sessions, wanted.minutes) !== undefined) return 'limit';
  const taken = new Set(sessions.flatMap(({ claims }) => claims));
  return periods.flatMap(({ key, first, end, limit }) => {
    const within = sessions.filter(({ day }) => first <= day && day < end);
    const units = within.reduce((sum, session) => sum + unitsOf(session.minutes), 0);
    const claims: string[] = [];
    if (limit.count !== undefined)
      claims.push(...freeOrdinals(`${key}#`, taken, { size: limit.count, used: within.length, need: 1, ...wanted }));
    if (limit.minutes !== undefined) {
      const size = Math.floor(limit.minutes / GRID_MINUTES);
      const need = unitsOf(wanted.minutes);
      claims.push(...freeOrdinals(`${key}-min#`, taken, { size, used: units, need, ...wanted }));
    }
    return claims;
  });
}

/**
 * Only the first `size - used` free ordinals are given out: sessions from before the limit hold none, and are counted so all
 * the same. `fullPeriod` has made sure that there are enough.
 */
function freeOrdinals(
  prefix: string,
  taken: ReadonlySet<string>,
  room: { size: number; used: number; need: number; spread: number },
): string[] {
  const free: string[] = [];
  for (let ordinal = 1; ordinal <= room.size && free.length < room.size - room.used; ordinal += 1) {
    if (!taken.has(`${prefix}${ordinal}`)) free.push(`${prefix}${ordinal}`);
  }
  const from = free.length === 0 ? 0 : room.spread % free.length;
  return [...free.slice(from), ...free.slice(0, from)].slice(0, room.need);
}

function unitsOf(minutes: number): number {
  return Math.ceil(minutes / GRID_MINUTES);
}
