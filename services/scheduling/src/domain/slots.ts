import { isOnGrid } from './cells.ts';
import type { Horizon } from './horizon.ts';
import { type Interval, type Stretches, stretchesOf, subtract } from './intervals.ts';
import { createJudge, cutOf } from './judge.ts';
import type { LimitedSession, Limits } from './limits.ts';
import { type OpenPiece, openPieces, type OpenRules } from './open-hours.ts';
import { offsetAt } from './zone-offsets.ts';

/** `free`, or the first cut that takes the start away, in the order of cuts. */
export type Cut = 'free' | 'hours' | 'grid' | 'notice' | 'horizon' | 'busy' | 'client_busy' | 'limit' | 'held';

/** All that decides which starts a consultant offers, in minutes. */
export interface SlotRules extends OpenRules {
  timeOff: readonly (Interval & { timeOffId?: string })[];
  buffers: { beforeMinutes: number; afterMinutes: number };
  minimumNoticeMinutes: number;
  horizon: Horizon;
  stepMinutes: number;
  /** From the beginning of the hours to the first start; less than the step. */
  offsetMinutes: number;
  limits?: Limits | undefined;
}

/** When the two people have no time, in epoch minutes; fastest in the order of their starts. */
export interface BusyTimes {
  /** With the buffers each session was booked with; compared with the wanted time and its buffers. */
  consultant: readonly Interval[];
  /** Bare sessions, compared with the bare wanted time; empty for a list that is for anybody. */
  client: readonly Interval[];
  /** Slots that somebody holds while paying, as `consultant`. */
  held?: readonly Interval[];
  /** The sessions and holds that count to the limits. */
  limited?: readonly LimitedSession[];
}
export interface SlotQuery extends Interval {
  durationMinutes: number;
  now: number;
}

/** Free starts (epoch minutes, ascending) of sessions of this length with a start in `[start, end)`. */
export function findSlots(rules: SlotRules, busy: BusyTimes, query: SlotQuery): number[] {
  const { durationMinutes, now } = query;
  const pieces = openPieces(rules, { start: query.start, end: query.end + durationMinutes });
  const judge = createJudge(rules, { open: openTime(rules, pieces), busy, durationMinutes, now });
  // Growing a list start by start costs a quarter of the search.
  const starts: number[] = [];
  starts.length = mostStarts(pieces, rules.stepMinutes);
  let count = 0;
  const { stepMinutes } = rules;
  // On the step every start is on the grid if one is.
  const isSteady = isOnGrid(stepMinutes);
  let inOrder = true;
  let last = query.start - 1;
  for (const piece of pieces) {
    const { offset } = piece;
    const end = Math.min(piece.end, query.end) | 0;
    let start = firstStart(piece, rules, query.start) | 0;
    while (start < end) {
      const isFree = cutOf(judge, start, offset) === 'free';
      const sameTo = isSteady ? Math.min(judge.sameTo, end - 1) : start;
      if (isFree && start <= last) inOrder = false;
      for (; start <= sameTo; start += stepMinutes) {
        if (!isFree) continue;
        starts[count] = start;
        count += 1;
      }
      if (isFree) last = start - stepMinutes;
    }
  }
  starts.length = count;
  if (inOrder) return starts;
  // Pieces come day by day; where clocks go back or hours meet an override, one may begin before the one before it ends.
  return starts.sort((a, b) => a - b).filter((start, index) => start !== starts[index - 1]);
}

/** Judges one session by the same cuts as the list; a booking need not start on the slot step, only on the 5-minute grid. */
export function judgeSession(rules: SlotRules, busy: BusyTimes, session: Interval & { now: number }): Cut {
  const open = openTime(rules, openPieces(rules, session));
  const durationMinutes = session.end - session.start;
  const judge = createJudge(rules, { open, busy, durationMinutes, now: session.now });
  return cutOf(judge, session.start, offsetAt(rules.timezone, session.start));
}

/** The hours without time off. */
export function openTime({ timeOff }: Pick<SlotRules, 'timeOff'>, pieces: readonly OpenPiece[]): Stretches {
  return subtract(stretchesOf(pieces), stretchesOf(timeOff));
}

/** No more starts than this are on the grid of the pieces. */
function mostStarts(pieces: readonly OpenPiece[], stepMinutes: number): number {
  return pieces.reduce((most, { start, end }) => most + Math.ceil((end - start) / stepMinutes), 0);
}

/** The first start on the grid of a piece that is neither before the piece nor before `from`. */
export function firstStart(
  { start, offset, gridFrom }: OpenPiece,
  { stepMinutes, offsetMinutes }: Pick<SlotRules, 'stepMinutes' | 'offsetMinutes'>,
  from: number,
): number {
  const first = gridFrom + offsetMinutes - offset;
  const behind = Math.max(start, from) - first;
  return behind <= 0 ? first : first + (Math.ceil(behind / stepMinutes) | 0) * stepMinutes;
}
