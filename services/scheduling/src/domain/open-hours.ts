import { GRID_MINUTES } from './cells.ts';
import type { Interval } from './intervals.ts';
import { DAY_MINUTES, weekdayOf } from './local-days.ts';
import { type OffsetSegment, segmentsBetween } from './zone-offsets.ts';

/** Wall-clock minutes from the midnight a day begins with, half-open; above 1440 they reach into the next day. */
export interface WallHours {
  from: number;
  to: number;
}
/** When somebody is open, on the wall clock of their zone. */
export interface OpenRules {
  timezone: string;
  /** Seven entries, Monday first: the hours that begin on that day. */
  weekly: readonly (readonly WallHours[])[];
  /** By local day number; replaces the hours that begin on that day, empty = none do. */
  overrides: ReadonlyMap<number, readonly WallHours[]>;
}
/** A stretch of open hours with one UTC offset; the slot grid counts from `gridFrom` in wall-clock minutes. */
export interface OpenPiece extends Interval {
  offset: number;
  gridFrom: number;
  /** The local day on which these hours begin. */
  day: number;
}

/** No two offsets of one zone differ by more: beyond it a change of clocks cannot reach. */
const CHANGE_REACH = DAY_MINUTES;
const NONE: readonly WallHours[] = [];

/**
 * The instants in and around `range` whose wall clock lies in the hours, day by day. A missing local hour has no instant and so
 * no piece; a repeated one has two. Hours that touch are separate pieces (each has its own grid) but one stretch to fit in.
 */
export function openPieces(rules: OpenRules, range: Interval): OpenPiece[] {
  const segments = segmentsBetween(rules.timezone, range.start - 4 * DAY_MINUTES, range.end + 4 * DAY_MINUTES);
  const { overrides, weekly } = rules;
  const pieces: OpenPiece[] = [];
  let near = 0;
  // Local and UTC day numbers differ by one at most, and hours reach into the day after.
  const lastDay = Math.floor(range.end / DAY_MINUTES) + 1;
  // `| 0`: what is known to be a 32-bit integer is added and compared as one; as a float it would double the search.
  const firstDay = (Math.floor(range.start / DAY_MINUTES) - 2) | 0;
  let weekday = weekdayOf(firstDay);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * DAY_MINUTES;
    const usual = weekly[weekday] ?? NONE;
    weekday = weekday === 6 ? 0 : weekday + 1;
    near = nearestSegment(segments, near, midnight);
    const segment = segments[near];
    for (const hours of (overrides.size > 0 ? overrides.get(day) : undefined) ?? usual) {
      const from = midnight + hours.from;
      const to = midnight + hours.to;
      if (segment !== undefined && isWithin(segment, from, to)) {
        const { offset } = segment;
        pieces.push({ start: from - offset, end: to - offset, offset, gridFrom: gridOf(from), day });
      } else addPieces(pieces, segments, { from, to, day });
    }
  }
  return pieces;
}

/** Whether these local hours lie so far inside a segment that no other can hold a part of them. */
function isWithin({ start, end, offset }: OffsetSegment, from: number, to: number): boolean {
  return from - offset >= start + CHANGE_REACH && to - offset <= end - CHANGE_REACH;
}

function addPieces(pieces: OpenPiece[], segments: readonly OffsetSegment[], local: WallHours & { day: number }): void {
  const gridFrom = gridOf(local.from);
  for (const { start, end, offset } of segments) {
    const from = Math.max(start, local.from - offset);
    const to = Math.min(end, local.to - offset);
    if (from < to) pieces.push({ start: from, end: to, offset, gridFrom, day: local.day });
  }
}

function nearestSegment(segments: readonly OffsetSegment[], from: number, local: number): number {
  let at = from;
  let next = segments[at + 1];
  while (next !== undefined && next.start <= local - next.offset) {
    at += 1;
    next = segments[at + 1];
  }
  return at;
}

function gridOf(from: number): number {
  const past = from % GRID_MINUTES;
  return past === 0 ? from : from - past + GRID_MINUTES;
}
