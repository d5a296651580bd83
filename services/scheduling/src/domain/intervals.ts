/** Half-open `[start, end)` in epoch minutes. */
export interface Interval {
  start: number;
  end: number;
}
/**
 * Sorted, disjoint stretches of time: the first `count` of two parallel lists, closed by one that never comes. A search walks on
 * in them without allocating and without running off their end.
 */
export interface Stretches {
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}
/** A place in stretches that only moves on while questions ascend. */
export interface Walk extends Omit<Stretches, 'count'> {
  at: number;
  asked: number;
}

/** An epoch minute beyond every date (the year 4011) that fits 32 bits. */
export const NEVER = 2 ** 30 - 1;

/** The union of intervals: overlapping and touching ones become one stretch. Fast for intervals that come in order. */
export function stretchesOf(intervals: readonly Interval[]): Stretches {
  return unionInOrder(intervals) ?? unionInOrder(intervals.toSorted((a, b) => a.start - b.start)) ?? emptyStretches(0);
}

/** Nothing where the intervals do not come in the order of their starts. */
function unionInOrder(intervals: readonly Interval[]): Stretches | undefined {
  const union = emptyStretches(intervals.length);
  const { starts, ends } = union;
  let last = -1;
  let before = -NEVER;
  let open = -NEVER;
  for (const { start, end } of intervals) {
    if (start < before) return undefined;
    before = start;
    if (end <= start) continue;
    if (start > open) {
      last += 1;
      starts[last] = start;
      open = end;
    } else if (end > open) open = end;
    ends[last] = open;
  }
  return closed(union, last + 1);
}

/** What of `from` is left outside `cuts`. */
export function subtract(from: Stretches, cuts: Stretches): Stretches {
  if (cuts.count === 0) return from;
  const left = emptyStretches(from.count + cuts.count);
  let count = 0;
  const keep = (start: number, end: number) => {
    left.starts[count] = start;
    left.ends[count] = end;
    count += 1;
  };
  let cut = 0;
  for (let place = 0; place < from.count; place += 1) {
    const end = from.ends[place] ?? NEVER;
    let start = from.starts[place] ?? NEVER;
    while ((cuts.ends[cut] ?? NEVER) <= start) cut += 1;
    // A cut may reach over several stretches: the next one begins with it again.
    for (let next = cut; (cuts.starts[next] ?? NEVER) < end; next += 1) {
      const cutStart = cuts.starts[next] ?? NEVER;
      if (cutStart > start) keep(start, cutStart);
      start = cuts.ends[next] ?? NEVER;
    }
    if (start < end) keep(start, end);
  }
  return closed(left, count);
}

/** The same as intervals. */
export function intervalsOf({ starts, ends, count }: Stretches): Interval[] {
  return Array.from({ length: count }, (_, at) => ({ start: starts[at] ?? NEVER, end: ends[at] ?? NEVER }));
}

/** A walk from the beginning. */
export function walkOn({ starts, ends }: Stretches): Walk {
  return { starts, ends, at: 0, asked: -NEVER };
}

/** Whether one stretch holds all of `[from, to)`. */
export function holds(walk: Walk, from: number, to: number): boolean {
  const at = walkTo(walk, from);
  return (walk.starts[at] ?? NEVER) <= from && to <= (walk.ends[at] ?? -NEVER);
}

/** Where the stretch ends that a walk stands at: the first that has not ended by the minute last asked about. */
export function standsTo({ ends, at }: Walk): number {
  return ends[at] ?? NEVER;
}

/** The place of the first stretch that ends after a minute. */
function walkTo(walk: Walk, minute: number): number {
  const { ends } = walk;
  let at = minute < walk.asked ? 0 : walk.at;
  while ((ends[at] ?? NEVER) <= minute) at += 1;
  walk.at = at;
  walk.asked = minute;
  return at;
}

function emptyStretches(size: number): Stretches {
  return closed({ starts: new Int32Array(size + 1), ends: new Int32Array(size + 1), count: 0 }, 0);
}

function closed(stretches: Stretches, count: number): Stretches {
  stretches.starts[count] = NEVER;
  stretches.ends[count] = NEVER;
  stretches.count = count;
  return stretches;
}
