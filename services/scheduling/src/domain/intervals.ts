/** Half-open `[start, end)` in epoch minutes. */
export interface Interval {
  start: number;
  end: number;
}

/** Sorted and disjoint: overlapping and touching intervals become one. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else if (next.end > next.start) merged.push({ ...next });
  }
  return merged;
}

/** What of `from` is left outside `cuts`; both sorted and disjoint, and so is the result. */
export function subtractIntervals(from: readonly Interval[], cuts: readonly Interval[]): Interval[] {
  return from.flatMap((interval) => {
    const left: Interval[] = [];
    let start = interval.start;
    for (const cut of cuts) {
      if (cut.end <= start || cut.start >= interval.end) continue;
      if (cut.start > start) left.push({ start, end: cut.start });
      start = cut.end;
    }
    if (start < interval.end) left.push({ start, end: interval.end });
    return left;
  });
}
