import { type Interval, NEVER, stretchesOf, subtract } from './intervals.ts';
import { DAY_MINUTES, localDay } from './local-days.ts';
import { type OpenRules, openPieces } from './open-hours.ts';
import { offsetAt } from './zone-offsets.ts';

/**
 * How far ahead sessions can be booked: for so many times 24 hours, on local days `[first, end)`, or on the first so many local
 * days that have open hours left.
 */
export type Horizon = { days: number } | { first: number; end: number } | { availableDays: number };
/** A start must lie before the minute `end` and on a local day in `[firstDay, endDay)`. */
export interface HorizonBounds {
  end: number;
  firstDay: number;
  endDay: number;
}

/** Available days are looked for this far ahead; who has fewer within it can be booked on all of them. */
const LOOK_AHEAD_DAYS = 731;

/** The bounds that a horizon means at an instant. Open hours are what is left of them after now, overrides and time off. */
export function horizonBounds(
  rules: OpenRules & { horizon: Horizon; timeOff: readonly Interval[] },
  now: number,
): HorizonBounds {
  const { horizon } = rules;
  if ('days' in horizon) return { end: now + horizon.days * DAY_MINUTES, firstDay: -NEVER, endDay: NEVER };
  if ('first' in horizon) return { end: NEVER, firstDay: horizon.first, endDay: horizon.end };
  return { end: NEVER, firstDay: -NEVER, endDay: lastAvailable(rules, horizon.availableDays, now) + 1 };
}

/** The `count`th local day with open hours left. Looks near first: most consultants have it there. */
function lastAvailable(rules: OpenRules & { timeOff: readonly Interval[] }, count: number, now: number): number {
  for (let ahead = 2 * count + 7; ; ahead *= 4) {
    const reach = Math.min(ahead, LOOK_AHEAD_DAYS);
    const day = openDays(rules, { start: now, end: now + reach * DAY_MINUTES })[count - 1];
    if (day !== undefined) return day;
    if (reach === LOOK_AHEAD_DAYS) return localDay(rules.timezone, now) + LOOK_AHEAD_DAYS;
  }
}

/** The local days that have open time within the range, ascending. */
function openDays(rules: OpenRules & { timeOff: readonly Interval[] }, range: Interval): number[] {
  const open = subtract(stretchesOf(openPieces(rules, range)), stretchesOf(rules.timeOff));
  const days = new Set<number>();
  for (let at = 0; at < open.count; at += 1) {
    const start = Math.max(open.starts[at] ?? NEVER, range.start);
    const end = Math.min(open.ends[at] ?? NEVER, range.end);
    // To where the next day begins by the clock of this minute: clocks that change before it go at most a day back or forth.
    for (let minute = start; minute < end; ) {
      const wall = minute + offsetAt(rules.timezone, minute);
      const day = Math.floor(wall / DAY_MINUTES);
      days.add(day);
      minute += (day + 1) * DAY_MINUTES - wall;
    }
  }
  return [...days].toSorted((a, b) => a - b);
}
