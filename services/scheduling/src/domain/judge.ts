import { GRID_MINUTES, isOnGrid } from './cells.ts';
import { horizonBounds } from './horizon.ts';
import { NEVER, type Stretches, stretchesOf, walkerOn } from './intervals.ts';
import { fullPeriod, limitedPeriods, type Period } from './limits.ts';
import { DAY_MINUTES } from './local-days.ts';
import type { BusyTimes, Cut, SlotRules } from './slots.ts';

/** Judges a start (epoch minute) at which the consultant's clock is `offset` minutes ahead of UTC. */
export type Judge = (start: number, offset: number) => Cut;

/**
 * The one function behind list, booking and explanation. `open` is what is left of the hours outside time off.
 * Fast for ascending starts: its places in hours and busy times only move on.
 */
export function createJudge(
  rules: SlotRules,
  known: { open: Stretches; busy: BusyTimes; durationMinutes: number; now: number },
): Judge {
  const { busy, durationMinutes, now } = known;
  const earliest = now + rules.minimumNoticeMinutes;
  const horizon = horizonBounds(rules, now);
  const openAt = walkerOn(known.open);
  const sessionAt = walkerOn(stretchesOf(busy.consultant));
  const clientAt = walkerOn(stretchesOf(busy.client));
  const holdAt = walkerOn(stretchesOf(busy.held ?? []));
  const full = limitJudge(rules, busy, durationMinutes);
  // Of a start on the grid this is the same as rounding its busy time outwards to whole cells.
  const before = Math.ceil(rules.buffers.beforeMinutes / GRID_MINUTES) * GRID_MINUTES;
  const after = Math.ceil(rules.buffers.afterMinutes / GRID_MINUTES) * GRID_MINUTES;
  const onGrid = isOnGrid(durationMinutes);
  return (start, offset) => {
    const end = start + durationMinutes;
    if (!openAt.holds(start, end)) return 'hours';
    if (!onGrid || !isOnGrid(start)) return 'grid';
    if (start < earliest) return 'notice';
    const day = Math.floor((start + offset) / DAY_MINUTES);
    if (start >= horizon.end || day < horizon.firstDay || day >= horizon.endDay) return 'horizon';
    if (sessionAt.meets(start - before, end + after)) return 'busy';
    if (clientAt.meets(start, end)) return 'client_busy';
    if (full(day) !== undefined) return 'limit';
    return holdAt.meets(start - before, end + after) ? 'held' : 'free';
  };
}

/** The first limited period of a local day that has no room for one more session of this length. */
export function limitJudge(
  { limits }: SlotRules,
  { limited = [] }: BusyTimes,
  durationMinutes: number,
): (day: number) => Period | undefined {
  if (limits === undefined) return () => undefined;
  let asked = -NEVER;
  let full: Period | undefined;
  return (day) => {
    if (day !== asked) full = fullPeriod(limitedPeriods(limits, day), limited, durationMinutes);
    asked = day;
    return full;
  };
}
