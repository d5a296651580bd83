import { monthOf, DAY_MINUTES, dayNumber } from './local-days.ts';
import { segmentsBetween } from './zone-offsets.ts';

const MINUTE_MS = 60_000;

/** The instants of a month `YYYY-MM` on a zone's wall clock, half-open; undefined where there is no such month. */
export function monthSpan(month: string, zone: string): { from: Date; to: Date } | undefined {
  const day = dayNumber(`${month}-01`);
  if (day === undefined) return undefined;
  const { first, end } = monthOf(day);
  return { from: midnight(first, zone), to: midnight(end, zone) };
}

/** The first instant of a local day; where the clock skips midnight, the first one after. */
function midnight(day: number, zone: string): Date {
  const wall = day * DAY_MINUTES;
  for (const { start, end, offset } of segmentsBetween(zone, wall - 2 * DAY_MINUTES, wall + 2 * DAY_MINUTES)) {
    const minute = Math.max(start, wall - offset);
    if (minute < end) return new Date(minute * MINUTE_MS);
  }
  throw new RangeError(`no midnight of day ${day} in ${zone}`);
}
