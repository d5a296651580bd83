import { holds, type Interval, stretchesOf, walkOn } from './intervals.ts';
import { createJudge, cutOf, limitJudge } from './judge.ts';
import { DAY_MINUTES, dateOf, localDay, weekdayOf } from './local-days.ts';
import { type OpenPiece, openPieces } from './open-hours.ts';
import { type BusyTimes, type Cut, firstStart, openTime, type SlotQuery, type SlotRules } from './slots.ts';
import { segmentsBetween } from './zone-offsets.ts';

/** How many candidate starts one rule of one cut has taken from a day. */
interface Removal {
  cut: Exclude<Cut, 'free'>;
  rule: string;
  /** Which one, where there can be several: a date, a time off, a period. */
  id?: string | undefined;
  starts: number;
}
/** A local day: what its hours come from, how many starts they offer, what takes them, and how many are left. */
export interface ExplainedDay {
  date: string;
  /** `missing`: the clocks of the zone have skipped that day. */
  hours: 'weekly' | 'override' | 'none' | 'missing';
  candidates: number;
  left: number;
  removed: Removal[];
}
type Reason = Omit<Removal, 'starts'>;
type Days = Map<number, ExplainedDay>;

const ORDER: readonly Cut[] = ['hours', 'grid', 'notice', 'horizon', 'busy', 'client_busy', 'limit', 'held'];

/**
 * Why each local day of `[start, end)` offers what it offers, by the judge that makes the list. Candidates are the starts on the
 * grid of the weekly hours, and of the override's in their place, at which a session fits; each is taken by the first cut.
 */
export function explainDays(rules: SlotRules, busy: BusyTimes, query: SlotQuery): ExplainedDay[] {
  const { durationMinutes, now } = query;
  const reach = { start: query.start, end: query.end + durationMinutes };
  const pieces = openPieces(rules, reach);
  const judge = createJudge(rules, { open: openTime(rules, pieces), busy, durationMinutes, now });
  const reasonOf = reasons(rules, busy, durationMinutes);
  const days = emptyDays(rules, query);
  const offered = new Set<number>();
  eachStart(rules, pieces, query, (start, { offset }) => {
    if (offered.has(start)) return;
    offered.add(start);
    const day = Math.floor((start + offset) / DAY_MINUTES);
    const cut = cutOf(judge, start, offset);
    count(days, day, cut === 'free' ? undefined : reasonOf(cut, start, day));
  });
  const plain = openPieces({ ...rules, overrides: new Map() }, reach);
  eachStart(rules, plain, query, (start, { day, offset }) => {
    if (!rules.overrides.has(day) || offered.has(start)) return;
    count(days, Math.floor((start + offset) / DAY_MINUTES), { cut: 'hours', rule: 'override', id: dateOf(day) });
  });
  return [...days.values()].map((day) => ({
    ...day,
    removed: day.removed.toSorted((a, b) => ORDER.indexOf(a.cut) - ORDER.indexOf(b.cut)),
  }));
}

/** Every start on the grid at which a session fits into the hours, time off or not. */
function eachStart(
  rules: SlotRules,
  pieces: readonly OpenPiece[],
  query: SlotQuery,
  visit: (start: number, piece: OpenPiece) => void,
): void {
  const hours = walkOn(stretchesOf(pieces));
  for (const piece of pieces) {
    const end = Math.min(piece.end, query.end);
    for (let start = firstStart(piece, rules, query.start); start < end; start += rules.stepMinutes)
      if (holds(hours, start, start + query.durationMinutes)) visit(start, piece);
  }
}

/** The rule that stands behind a cut. */
function reasons(rules: SlotRules, busy: BusyTimes, durationMinutes: number) {
  const full = limitJudge(rules, busy, durationMinutes);
  const { horizon } = rules;
  const horizonRule = 'days' in horizon ? 'horizonDays' : 'first' in horizon ? 'horizonRange' : 'horizonAvailableDays';
  return (cut: Removal['cut'], start: number, day: number): Reason => {
    const end = start + durationMinutes;
    switch (cut) {
      // The candidate fits into the hours, so that only a time off can have taken it.
      case 'hours':
        return { cut, rule: 'time_off', id: rules.timeOff.find((off) => meets(off, { start, end }))?.timeOffId };
      case 'limit':
        return { cut, rule: full?.(day)?.kind ?? cut, id: full?.(day)?.key };
      case 'grid':
        return { cut, rule: 'grid' };
      case 'notice':
        return { cut, rule: 'minimumNoticeMinutes' };
      case 'horizon':
        return { cut, rule: horizonRule };
      case 'busy':
      case 'client_busy':
        return { cut, rule: 'session' };
      case 'held':
        return { cut, rule: 'hold' };
    }
  };
}

function emptyDays(rules: SlotRules, range: Interval): Days {
  const { timezone, overrides, weekly } = rules;
  const segments = segmentsBetween(timezone, range.start - 2 * DAY_MINUTES, range.end + 2 * DAY_MINUTES);
  const days: Days = new Map();
  const last = localDay(timezone, range.end - 1);
  for (let day = localDay(timezone, range.start); day <= last; day += 1) {
    const midnight = day * DAY_MINUTES;
    const exists = segments.some(
      ({ start, end, offset }) => start + offset < midnight + DAY_MINUTES && end + offset > midnight,
    );
    const open = (weekly[weekdayOf(day)] ?? []).length > 0 ? 'weekly' : 'none';
    const hours = !exists ? 'missing' : overrides.has(day) ? 'override' : open;
    days.set(day, { date: dateOf(day), hours, candidates: 0, left: 0, removed: [] });
  }
  return days;
}

function count(days: Days, day: number, reason: Reason | undefined): void {
  const explained = days.get(day);
  if (explained === undefined) return;
  explained.candidates += 1;
  if (reason === undefined) {
    explained.left += 1;
    return;
  }
  const { removed } = explained;
  const same = removed.find(({ cut, rule, id }) => cut === reason.cut && rule === reason.rule && id === reason.id);
  if (same === undefined) removed.push({ ...reason, starts: 1 });
  else same.starts += 1;
}

function meets(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}
