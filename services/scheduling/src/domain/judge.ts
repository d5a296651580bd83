import { type BusyWalk, meets, walkBusy } from './busy-walk.ts';
import { GRID_MINUTES, isOnGrid } from './cells.ts';
import { horizonBounds } from './horizon.ts';
import { holds, NEVER, standsTo, type Stretches, type Walk, walkOn } from './intervals.ts';
import { fullPeriod, limitedPeriods, type Period } from './limits.ts';
import { DAY_MINUTES } from './local-days.ts';
import type { BusyTimes, Cut, SlotRules } from './slots.ts';

/** Everything a start is judged by, as numbers; the walks remember where the start before was judged. */
export interface Judge {
  durationMinutes: number;
  open: Walk;
  earliest: number;
  latest: number;
  /** Local days a start must be on, and whether it matters at all which day that is. */
  firstDay: number;
  endDay: number;
  isByDay: boolean;
  sessions: BusyWalk;
  client: BusyWalk;
  holds: BusyWalk;
  /** Of a start on the grid this is the same as rounding its busy time outwards to whole cells. */
  before: number;
  after: number;
  full: ((day: number) => Period | undefined) | undefined;
  /** The last start, on the grid and from the one just judged on, that is free as that one is, or not free as that one is not. */
  sameTo: number;
}

/** A judge of sessions of one length. `open` is what is left of the hours outside time off. */
export function createJudge(
  rules: SlotRules,
  known: { open: Stretches; busy: BusyTimes; durationMinutes: number; now: number },
): Judge {
  const { busy, durationMinutes, now } = known;
  const { end: latest, firstDay, endDay } = horizonBounds(rules, now);
  const full = limitJudge(rules, busy, durationMinutes);
  return {
    durationMinutes,
    open: walkOn(known.open),
    earliest: now + rules.minimumNoticeMinutes,
    latest,
    firstDay,
    endDay,
    isByDay: full !== undefined || endDay !== NEVER,
    sessions: walkBusy(busy.consultant),
    client: walkBusy(busy.client),
    holds: walkBusy(busy.held ?? []),
    before: Math.ceil(rules.buffers.beforeMinutes / GRID_MINUTES) * GRID_MINUTES,
    after: Math.ceil(rules.buffers.afterMinutes / GRID_MINUTES) * GRID_MINUTES,
    full,
    sameTo: -NEVER,
  };
}

/**
 * The one function behind list, booking and explanation: judges a start (epoch minute) at which the consultant's clock is
 * `offset` minutes ahead of UTC. Fast for ascending starts.
 */
export function cutOf(judge: Judge, start: number, offset: number): Cut {
  const { open, sessions, client, before, after, isByDay } = judge;
  const end = start + judge.durationMinutes;
  judge.sameTo = start;
  if (!holds(open, start, end)) return 'hours';
  if (!isOnGrid(start) || !isOnGrid(end)) return 'grid';
  if (start < judge.earliest) return 'notice';
  if (start >= judge.latest) return 'horizon';
  const day = isByDay ? Math.floor((start + offset) / DAY_MINUTES) : 0;
  if (isByDay && (day < judge.firstDay || day >= judge.endDay)) return 'horizon';
  if (meets(sessions, start - before, end + after)) {
    judge.sameTo = sessions.end + before - 1;
    return 'busy';
  }
  if (meets(client, start, end)) return 'client_busy';
  if (judge.full !== undefined && judge.full(day) !== undefined) return 'limit';
  if (meets(judge.holds, start - before, end + after)) return 'held';
  // What depends on the day is asked of every start.
  if (!isByDay) judge.sameTo = untilNext(judge);
  return 'free';
}

/** The last start before one of the cuts begins, after one that was found free: all walks stand at what comes next. */
function untilNext({ open, sessions, client, holds: held, latest, after, durationMinutes }: Judge): number {
  const busy = Math.min(sessions.start, held.start) - after;
  const end = Math.min(standsTo(open), busy, client.start);
  return Math.min(end - durationMinutes, latest - 1);
}

/** Finds the first limited period of a local day that has no room for one more session of this length; none where nothing is limited. */
export function limitJudge({ limits }: SlotRules, { limited = [] }: BusyTimes, durationMinutes: number): Judge['full'] {
  if (limits === undefined) return undefined;
  let asked = -NEVER;
  let full: Period | undefined;
  return (day) => {
    if (day !== asked) full = fullPeriod(limitedPeriods(limits, day), limited, durationMinutes);
    asked = day;
    return full;
  };
}
