/**
 * UTC offsets of IANA zones as integer segments, so that no date library runs inside the slot loop.
 * A zone's table is built with Intl once per block of about four years and kept; it is a cache of constants, never a decision.
 */

/** While `start ≤ minute < end` (epoch minutes), local time = UTC + `offset` minutes. */
export interface OffsetSegment {
  start: number;
  end: number;
  offset: number;
}

const BLOCK_MINUTES = 2 ** 21;
/** Between two probes at most one change of offset is assumed; no zone of the tz database changes twice within a day. */
const PROBE_MINUTES = 1_440;
const ZONE_NAME = /^[A-Za-z]/;
const WALL_CLOCK = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

/** More than the tz database has names, and few enough to keep: spellings differ by case, and anybody may ask for any. */
const KEPT_ZONES_MAX = 700;
const KEPT_BLOCKS_MAX = 4 * KEPT_ZONES_MAX;
const formatters = new Map<string, Intl.DateTimeFormat>();
const blocks = new Map<string, OffsetSegment[]>();

/** True for a zone name that the tz database knows; a bare offset such as "+02:00" is not a zone. */
export function isKnownZone(zone: string): boolean {
  if (!ZONE_NAME.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Minutes that local time of the zone is ahead of UTC at an epoch minute. Throws RangeError for an unknown zone. */
export function offsetAt(zone: string, minute: number): number {
  const segment = blockOf(zone, Math.floor(minute / BLOCK_MINUTES)).find((each) => minute < each.end);
  if (segment === undefined) throw new RangeError('offset table does not cover its own block');
  return segment.offset;
}

/** The same at each of many epoch minutes, which ascend. Throws RangeError for an unknown zone. */
export function offsetsAt(zone: string, minutes: readonly number[]): number[] {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return [];
  return segmentsBetween(zone, first, last + 1).flatMap(({ start, end, offset }) =>
    minutes.filter((minute) => minute >= start && minute < end).map(() => offset),
  );
}

/** The segments that overlap `[from, to)` in epoch minutes, in order and without gaps. Throws RangeError for an unknown zone. */
export function segmentsBetween(zone: string, from: number, to: number): OffsetSegment[] {
  const found: OffsetSegment[] = [];
  const lastBlock = Math.floor((to - 1) / BLOCK_MINUTES);
  for (let block = Math.floor(from / BLOCK_MINUTES); block <= lastBlock; block += 1) {
    for (const segment of blockOf(zone, block)) {
      if (segment.end > from && segment.start < to) found.push(segment);
    }
  }
  return found;
}

function blockOf(zone: string, block: number): OffsetSegment[] {
  const key = `${zone}#${block}`;
  const known = blocks.get(key);
  if (known !== undefined) return known;
  const built = buildBlock(zone, block * BLOCK_MINUTES, (block + 1) * BLOCK_MINUTES);
  if (blocks.size >= KEPT_BLOCKS_MAX) blocks.clear();
  blocks.set(key, built);
  return built;
}

function buildBlock(zone: string, start: number, end: number): OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  let open = { start, offset: computeOffset(zone, start) };
  for (let probe = start; probe < end; probe += PROBE_MINUTES) {
    const next = Math.min(probe + PROBE_MINUTES, end - 1);
    if (computeOffset(zone, next) === open.offset) continue;
    const change = bisect(zone, { before: probe, after: next, offset: open.offset });
    segments.push({ start: open.start, end: change, offset: open.offset });
    open = { start: change, offset: computeOffset(zone, change) };
  }
  segments.push({ start: open.start, end, offset: open.offset });
  return segments;
}

/** The first minute whose offset is no longer `offset`. */
function bisect(zone: string, range: { before: number; after: number; offset: number }): number {
  let { before, after } = range;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (computeOffset(zone, middle) === range.offset) before = middle;
    else after = middle;
  }
  return after;
}

function computeOffset(zone: string, minute: number): number {
  const match = WALL_CLOCK.exec(formatterOf(zone).format(minute * 60_000));
  if (match === null) throw new RangeError(`no wall clock for ${zone}`);
  const [month = 0, day = 0, year = 0, hour = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return Math.round(Date.UTC(year, month - 1, day, hour, minutes, seconds) / 60_000) - minute;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (formatters.size >= KEPT_ZONES_MAX) formatters.clear();
  formatters.set(zone, made);
  return made;
}
