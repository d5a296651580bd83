/** Half-open `[start, end)` in epoch minutes. */
export interface Interval {
  start: number;
  end: number;
}
/**
 * Sorted, disjoint stretches of time as two parallel lists, closed by one that never comes: a search walks on in them without
 * allocating and without running off their end.
 */
export interface Stretches {
  starts: number[];
  ends: number[];
}

/** An epoch minute beyond every date (the year 4011), small enough to stay a small integer. */
export const NEVER = 2 ** 30 - 1;

/** The union of intervals: overlapping and touching ones become one stretch. Fast for intervals that come in order. */
export function stretchesOf(intervals: readonly Interval[]): Stretches {
  const union: Stretches = { starts: [], ends: [] };
  let { start, end } = { start: 0, end: -NEVER };
  for (const next of isInOrder(intervals) ? intervals : intervals.toSorted((a, b) => a.start - b.start)) {
    if (next.end <= next.start) continue;
    if (next.start <= end) {
      if (next.end > end) end = next.end;
      continue;
    }
    if (end !== -NEVER) add(union, start, end);
    start = next.start;
    end = next.end;
  }
  if (end !== -NEVER) add(union, start, end);
  return add(union, NEVER, NEVER);
}

/** What of `from` is left outside `cuts`. */
export function subtract(from: Stretches, cuts: Stretches): Stretches {
  if (cuts.starts.length === 1) return from;
  const left: Stretches = { starts: [], ends: [] };
  let cut = 0;
  from.starts.forEach((begin, place) => {
    if (begin === NEVER) return;
    const end = from.ends[place] ?? NEVER;
    let start = begin;
    while ((cuts.ends[cut] ?? NEVER) <= start) cut += 1;
    // A cut may reach over several stretches: the next one begins with it again.
    for (let next = cut; (cuts.starts[next] ?? NEVER) < end; next += 1) {
      const cutStart = cuts.starts[next] ?? NEVER;
      if (cutStart > start) add(left, start, cutStart);
      start = cuts.ends[next] ?? NEVER;
    }
    if (start < end) add(left, start, end);
  });
  return add(left, NEVER, NEVER);
}

/** Questions about stretches; each walks on from the place of the one before. */
export function walkerOn({ starts, ends }: Stretches) {
  let place = 0;
  let asked = -NEVER;
  const walkTo = (minute: number) => {
    if (minute < asked) place = 0;
    asked = minute;
    while ((ends[place] ?? NEVER) <= minute && minute < NEVER) place += 1;
  };
  return {
    /** Whether one stretch holds all of `[from, to)`. */
    holds(from: number, to: number): boolean {
      walkTo(from);
      return (starts[place] ?? NEVER) <= from && to <= (ends[place] ?? -NEVER);
    },
    /** Whether any part of `[from, to)` lies in a stretch. */
    meets(from: number, to: number): boolean {
      walkTo(from);
      return (starts[place] ?? NEVER) < to;
    },
  };
}

function isInOrder(intervals: readonly Interval[]): boolean {
  let before = -NEVER;
  for (const { start } of intervals) {
    if (start < before) return false;
    before = start;
  }
  return true;
}

function add(stretches: Stretches, start: number, end: number): Stretches {
  stretches.starts.push(start);
  stretches.ends.push(end);
  return stretches;
}
