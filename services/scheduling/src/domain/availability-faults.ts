import type { FieldError } from '@consult/contracts/errors';
import { type Availability, type DateOverride, type Hours, WEEKDAYS, wallHours } from './availability.ts';
import { GRID_MINUTES } from './cells.ts';
import { DAY_MINUTES, dayNumber } from './local-days.ts';
import { isKnownZone } from './zone-offsets.ts';

/** Hours on a line of minutes, with the place they were written at. */
interface Span {
  start: number;
  end: number;
  pointer: string;
}
type Written = Omit<Availability, 'version'>;

const WEEK_MINUTES = 7 * DAY_MINUTES;

/**
 * Every contradiction at once, each with an RFC 6901 pointer; none: the availability can be kept. `tenant` says what holds where
 * the consultant says nothing.
 */
export function availabilityFaults(written: Written, tenant: { slotStepMinutes: number }): FieldError[] {
  return [
    ...(isKnownZone(written.timezone) ? [] : [fault('/timezone', 'unknown_zone', 'not an IANA time zone')]),
    ...weeklyFaults(written.weekly),
    ...overrideFaults(written.overrides),
    ...written.timeOff.flatMap((off, at) =>
      off.from < off.to ? [] : [fault(`/timeOff/${at}`, 'empty_range', 'from must be before to')],
    ),
    ...gridFaults(written, tenant),
    ...horizonFaults(written),
    ...limitFaults(written),
  ];
}

function weeklyFaults(weekly: Written['weekly']): FieldError[] {
  const spans = weekly.flatMap(({ weekday, hours }, at) =>
    spansOf(hours, `/weekly/${at}/hours`, WEEKDAYS.indexOf(weekday) * DAY_MINUTES),
  );
  // Sunday's night reaches into the Monday that the week begins with.
  const carried = spans.filter(({ end }) => end > WEEK_MINUTES);
  const before = carried.map((span) => ({ ...span, start: span.start - WEEK_MINUTES, end: span.end - WEEK_MINUTES }));
  return [
    ...repeated(weekly.map((day) => day.weekday)).map((at) => fault(`/weekly/${at}`, 'repeated', 'this weekday twice')),
    ...weekly.flatMap(({ hours }, at) => hoursFaults(hours, `/weekly/${at}/hours`)),
    ...overlaps([...before, ...spans]),
  ];
}

/** An override may meet the weekday after it: what both open is open. Two overrides that meet contradict each other. */
function overrideFaults(overrides: readonly DateOverride[]): FieldError[] {
  const days = overrides.map(({ date }) => dayNumber(date));
  const spans = overrides.flatMap(({ hours }, at) =>
    spansOf(hours, `/overrides/${at}/hours`, (days[at] ?? Number.NaN) * DAY_MINUTES),
  );
  return [
    ...repeated(overrides.map((day) => day.date)).map((at) => fault(`/overrides/${at}`, 'repeated', 'this date twice')),
    ...overrides.flatMap(({ hours }, at) => [
      ...(days[at] === undefined ? [fault(`/overrides/${at}/date`, 'unknown_date', 'no such calendar day')] : []),
      ...hoursFaults(hours, `/overrides/${at}/hours`),
    ]),
    ...overlaps(spans.filter(({ start }) => !Number.isNaN(start))),
  ];
}

function hoursFaults(hours: readonly Hours[], pointer: string): FieldError[] {
  return hours.flatMap(({ from, to }, at) => {
    if (from === to) return [fault(`${pointer}/${at}`, 'empty_range', 'from and to must differ')];
    if (from === '24:00') return [fault(`${pointer}/${at}/from`, 'unknown_time', 'a day begins at 00:00')];
    return [];
  });
}

function spansOf(hours: readonly Hours[], pointer: string, midnight: number): Span[] {
  return hours.flatMap((each, at) =>
    each.from === each.to
      ? []
      : wallHours([each]).map(({ from, to }) => ({
          start: midnight + from,
          end: midnight + to,
          pointer: `${pointer}/${at}`,
        })),
  );
}

/** Names of each two spans that overlap the one that begins later. */
function overlaps(spans: readonly Span[]): FieldError[] {
  const found = new Map<string, FieldError>();
  let longest: Span | undefined;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const { pointer } = span;
    if (longest !== undefined && span.start < longest.end)
      found.set(pointer, fault(pointer, 'overlap', `overlaps the hours at ${longest.pointer}`));
    if (longest === undefined || span.end > longest.end) longest = span;
  }
  return [...found.values()];
}

function gridFaults(written: Written, tenant: { slotStepMinutes: number }): FieldError[] {
  const { slotStepMinutes = tenant.slotStepMinutes, slotOffsetMinutes = 0 } = written;
  return [
    ...(slotStepMinutes % GRID_MINUTES === 0 ? [] : [fault('/slotStepMinutes', 'off_grid', 'must be a multiple of 5')]),
    ...(slotOffsetMinutes % GRID_MINUTES === 0
      ? []
      : [fault('/slotOffsetMinutes', 'off_grid', 'must be a multiple of 5')]),
    ...(slotOffsetMinutes < slotStepMinutes
      ? []
      : [fault('/slotOffsetMinutes', 'out_of_range', `must be below the slot step, ${slotStepMinutes} minutes`)]),
  ];
}

function horizonFaults({ horizonDays, horizonRange, horizonAvailableDays }: Written): FieldError[] {
  const named = Object.entries({ horizonDays, horizonRange, horizonAvailableDays }).filter(([, value]) => value);
  const extra = named.slice(1).map(([name]) => fault(`/${name}`, 'contradiction', `${named[0]?.[0]} is set too`));
  if (horizonRange === undefined) return extra;
  const { from, to } = horizonRange;
  const unknown = Object.entries({ from, to }).filter(([, date]) => dayNumber(date) === undefined);
  return [
    ...extra,
    ...unknown.map(([end]) => fault(`/horizonRange/${end}`, 'unknown_date', 'no such calendar day')),
    ...(unknown.length === 0 && from >= to ? [fault('/horizonRange', 'empty_range', 'from must be before to')] : []),
  ];
}

function limitFaults({ limits = {} }: Written): FieldError[] {
  return Object.entries(limits).flatMap(([period, limit]) =>
    limit?.minutes === undefined || limit.minutes % GRID_MINUTES === 0
      ? []
      : [fault(`/limits/${period}/minutes`, 'off_grid', 'must be a multiple of 5')],
  );
}

function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, at) => {
    if (seen.has(value)) return [at];
    seen.add(value);
    return [];
  });
}

function fault(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
