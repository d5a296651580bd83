import type { Interval } from './intervals.ts';

/** Sessions start and end on this grid, and occupy whole cells of it. */
export const GRID_MINUTES = 5;

/** True when an epoch minute is on the 5-minute grid. */
export function isOnGrid(minute: number): boolean {
  return minute % GRID_MINUTES === 0;
}

/**
 * The time a session keeps its consultant busy: buffers included, rounded outwards to whole cells. Two sessions whose busy
 * times do not overlap have a gap of at least after(A) + before(B).
 */
export function busyTime(session: Interval, buffers: { beforeMinutes: number; afterMinutes: number }): Interval {
  return {
    start: Math.floor((session.start - buffers.beforeMinutes) / GRID_MINUTES) * GRID_MINUTES,
    end: Math.ceil((session.end + buffers.afterMinutes) / GRID_MINUTES) * GRID_MINUTES,
  };
}

/** The numbers of the 5-minute cells since the epoch that an interval touches; unique indexes on them refuse double bookings. */
export function cellsOf(interval: Interval): number[] {
  const first = Math.floor(interval.start / GRID_MINUTES);
  const end = Math.ceil(interval.end / GRID_MINUTES);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}
