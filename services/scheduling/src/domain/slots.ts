import { busyTime, GRID_MINUTES, isOnGrid } from './cells.ts';
import { type Interval, mergeIntervals, subtractIntervals } from './intervals.ts';
import { segmentsBetween } from './zone-offsets.ts';

/** Wall-clock minutes of a day, half-open; 1440 is 24:00. */
export interface WallHours {
  from: number;
  to: number;
}

/** All that decides which starts a consultant offers, in minutes. */
export interface SlotRules {
  timezone: string;
  /** Seven entries, Monday first. */
  weekly: readonly (readonly WallHours[])[];
  /** By local day number (days since 1970-01-01); replaces that day's hours, empty = closed. */
  overrides: ReadonlyMap<number, readonly WallHours[]>;
  timeOff: readonly Interval[];
  buffers: { beforeMinutes: number; afterMinutes: number };
  minimumNoticeMinutes: number;
  horizonDays: number;
  stepMinutes: number;
}

/** When the two people have no time, in epoch minutes, in any order. */
export interface BusyTimes {
  /** With the buffers each session was booked with; compared with the wanted time and its buffers. */
  consultant: readonly Interval[];
  /** Bare sessions, compared with the bare wanted time; empty for a list that is for anybody. */
  client: readonly Interval[];
}

/** `free`, or the first cut that takes the start away, in the order of cuts. */
export type Cut = 'free' | 'hours' | 'grid' | 'notice' | 'horizon' | 'busy' | 'client_busy';

/** A stretch of open hours with one UTC offset; the slot grid counts from `gridFrom` in wall-clock minutes. */
interface OpenPiece extends Interval {
  offset: number;
  gridFrom: number;
}

const DAY_MINUTES = 1_440;
/** 1970-01-01 was a Thursday; Monday is 0. */
const EPOCH_WEEKDAY = 3;

/** Free starts (epoch minutes, ascending) of sessions of this length with a start in `[start, end)`. */
export function findSlots(
  rules: SlotRules,
  busy: BusyTimes,
  query: Interval & { durationMinutes: number; now: number },
): number[] {
  const pieces = openPieces(rules, { start: query.start, end: query.end + query.durationMinutes });
  const judge = slotJudge(rules, { pieces, busy, durationMinutes: query.durationMinutes, now: query.now });
  const starts: number[] = [];
  for (const piece of pieces) {
    const behind = Math.max(piece.start, query.start) + piece.offset - piece.gridFrom;
    const first = piece.gridFrom - piece.offset + Math.ceil(behind / rules.stepMinutes) * rules.stepMinutes;
    const end = Math.min(piece.end, query.end);
    for (let start = first; start < end; start += rules.stepMinutes) {
      if (judge(start) === 'free') starts.push(start);
    }
  }
  // Pieces come day by day; where clocks go back, the later piece of one window may follow the next window's first.
  return starts.sort((a, b) => a - b).filter((start, index) => start !== starts[index - 1]);
}

/** Judges one session by the same cuts as the list; a booking need not start on the slot step, only on the 5-minute grid. */
export function judgeSession(rules: SlotRules, busy: BusyTimes, session: Interval & { now: number }): Cut {
  const pieces = openPieces(rules, session);
  const durationMinutes = session.end - session.start;
  return slotJudge(rules, { pieces, busy, durationMinutes, now: session.now })(session.start);
}

/** The one function behind list and booking. Fast for ascending starts: its places in hours and busy times only move on. */
function slotJudge(
  rules: SlotRules,
  input: { pieces: readonly OpenPiece[]; busy: BusyTimes; durationMinutes: number; now: number },
): (start: number) => Cut {
  const open = subtractIntervals(mergeIntervals(input.pieces), mergeIntervals(rules.timeOff));
  const earliest = input.now + rules.minimumNoticeMinutes;
  const latest = input.now + rules.horizonDays * DAY_MINUTES;
  const openAt = placeIn(open);
  const consultantAt = placeIn(mergeIntervals(input.busy.consultant));
  const clientAt = placeIn(mergeIntervals(input.busy.client));
  return (start) => {
    const end = start + input.durationMinutes;
    const hours = openAt(start);
    if (hours === undefined || hours.start > start || hours.end < end) return 'hours';
    if (!isOnGrid(start) || !isOnGrid(end)) return 'grid';
    if (start < earliest) return 'notice';
    if (start >= latest) return 'horizon';
    const wanted = busyTime({ start, end }, rules.buffers);
    if (startsBefore(consultantAt(wanted.start), wanted.end)) return 'busy';
    return startsBefore(clientAt(start), end) ? 'client_busy' : 'free';
  };
}

function startsBefore(interval: Interval | undefined, end: number): boolean {
  return interval !== undefined && interval.start < end;
}

/** Finds the first interval that ends after a minute; walks on from the place of the question before. */
function placeIn(sorted: readonly Interval[]): (minute: number) => Interval | undefined {
  let place = 0;
  let asked = Number.NEGATIVE_INFINITY;
  return (minute) => {
    if (minute < asked) place = 0;
    asked = minute;
    let interval = sorted[place];
    while (interval !== undefined && interval.end <= minute) {
      place += 1;
      interval = sorted[place];
    }
    return interval;
  };
}

/**
 * The instants whose wall clock lies in the consultant's hours. A missing local hour has no instant and so no piece; a
 * repeated one has two. Hours that touch are separate pieces (each has its own grid) but one stretch for a session to fit in.
 */
function openPieces(rules: SlotRules, range: Interval): OpenPiece[] {
  const segments = segmentsBetween(rules.timezone, range.start - 2 * DAY_MINUTES, range.end + 2 * DAY_MINUTES);
  const pieces: OpenPiece[] = [];
  // A local day lies within 14 hours of the UTC day of the same number, and a session may reach into the neighbouring days' hours.
  const lastDay = Math.floor(range.end / DAY_MINUTES) + 1;
  for (let day = Math.floor(range.start / DAY_MINUTES) - 1; day <= lastDay; day += 1) {
    const midnight = day * DAY_MINUTES;
    for (const hours of rules.overrides.get(day) ?? rules.weekly[(day + EPOCH_WEEKDAY) % 7] ?? []) {
      addPieces(pieces, segments, { from: midnight + hours.from, to: midnight + hours.to });
    }
  }
  return pieces;
}

function addPieces(pieces: OpenPiece[], segments: ReturnType<typeof segmentsBetween>, local: WallHours): void {
  const gridFrom = Math.ceil(local.from / GRID_MINUTES) * GRID_MINUTES;
  for (const { start, end, offset } of segments) {
    const from = Math.max(start, local.from - offset);
    const to = Math.min(end, local.to - offset);
    if (from < to) pieces.push({ start: from, end: to, offset, gridFrom });
  }
}
