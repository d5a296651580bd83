import type { FieldError } from '@consult/contracts/errors';
import type { Policies } from '@consult/contracts/events/identity';
import type { Limits } from './limits.ts';
import { slotStep } from './session-types.ts';
import type { SlotRules, WallHours } from './slots.ts';
import { isKnownZone } from './zone-offsets.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** "09:00" to "17:00" on the consultant's wall clock; "24:00" ends a day. */
interface Hours {
  from: string;
  to: string;
}
/** When a consultant can be booked, as they wrote it; absent numbers mean the tenant's policy. */
export interface Availability {
  timezone: string;
  weekly: { weekday: Weekday; hours: Hours[] }[];
  overrides: { date: string; hours: Hours[] }[];
  timeOff: { timeOffId: string; from: Date; to: Date }[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes?: number | undefined;
  horizonDays?: number | undefined;
  slotStepMinutes?: number | undefined;
  limits?: Limits | undefined;
  version: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Closed until the consultant says otherwise. */
export function emptyAvailability(timezone: string): Availability {
  return {
    timezone,
    weekly: [],
    overrides: [],
    timeOff: [],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    version: 1,
  };
}

/** Every contradiction at once, each with an RFC 6901 pointer; none: the availability can be kept. */
export function availabilityFaults(availability: Omit<Availability, 'version'>): FieldError[] {
  const { weekly, overrides, timeOff, slotStepMinutes } = availability;
  return [
    ...(isKnownZone(availability.timezone) ? [] : [fault('/timezone', 'unknown_zone', 'not an IANA time zone')]),
    ...repeated(weekly.map((day) => day.weekday)).map((at) => fault(`/weekly/${at}`, 'repeated', 'this weekday twice')),
    ...weekly.flatMap((day, at) => hoursFaults(day.hours, `/weekly/${at}/hours`)),
    ...repeated(overrides.map((day) => day.date)).map((at) => fault(`/overrides/${at}`, 'repeated', 'this date twice')),
    ...overrides.flatMap((day, at) => [
      ...(dayNumber(day.date) === undefined
        ? [fault(`/overrides/${at}/date`, 'unknown_date', 'no such calendar day')]
        : []),
      ...hoursFaults(day.hours, `/overrides/${at}/hours`),
    ]),
    ...timeOff.flatMap((off, at) =>
      off.from < off.to ? [] : [fault(`/timeOff/${at}`, 'empty_range', 'from must be before to')],
    ),
    ...(slotStepMinutes !== undefined && slotStepMinutes % 5 !== 0
      ? [fault('/slotStepMinutes', 'off_grid', 'must be a multiple of 5')]
      : []),
  ];
}

/** The rules of the slot engine for sessions of one length; the tenant's policies fill what the consultant left open. */
export function slotRules(availability: Availability, policies: Policies, durationMinutes: number): SlotRules {
  const step = availability.slotStepMinutes ?? policies.slotStepMinutes;
  return {
    timezone: availability.timezone,
    weekly: WEEKDAYS.map((weekday) => wallHours(availability.weekly.find((day) => day.weekday === weekday)?.hours)),
    overrides: new Map(availability.overrides.map((day) => [dayNumber(day.date) ?? Number.NaN, wallHours(day.hours)])),
    timeOff: availability.timeOff.map((off) => ({
      start: minuteOf(off.from),
      end: Math.ceil(off.to.getTime() / MINUTE_MS),
    })),
    buffers: { beforeMinutes: availability.bufferBeforeMinutes, afterMinutes: availability.bufferAfterMinutes },
    minimumNoticeMinutes: availability.minimumNoticeMinutes ?? policies.minimumNoticeMinutes,
    horizonDays: availability.horizonDays ?? policies.horizonDays,
    stepMinutes: slotStep(step, durationMinutes),
  };
}

/** Epoch minute that holds an instant. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE_MS);
}

function hoursFaults(hours: readonly Hours[], pointer: string): FieldError[] {
  const walls = wallHours(hours);
  return walls.flatMap((each, at) => {
    if (each.from >= each.to) return [fault(`${pointer}/${at}`, 'empty_range', 'from must be before to')];
    const clash = walls.findIndex((other, place) => place < at && other.from < each.to && each.from < other.to);
    return clash < 0 ? [] : [fault(`${pointer}/${at}`, 'overlap', `overlaps the hours at ${clash}`)];
  });
}

function wallHours(hours: readonly Hours[] = []): WallHours[] {
  return hours.map(({ from, to }) => ({ from: wallMinute(from), to: wallMinute(to) }));
}

function wallMinute(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Days since 1970-01-01 of a calendar date, or undefined for 30 February and its like. */
export function dayNumber(date: string): number | undefined {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().startsWith(date) ? milliseconds / DAY_MS : undefined;
}

function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

function fault(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
