import type { Policies } from '@consult/contracts/events/identity';
import type { Horizon } from './horizon.ts';
import type { Limits } from './limits.ts';
import { DAY_MINUTES, dayNumber } from './local-days.ts';
import type { WallHours } from './open-hours.ts';
import { slotStep } from './session-types.ts';
import type { SlotRules } from './slots.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/**
 * "09:00" to "17:00" on the consultant's wall clock; "24:00" ends a day. An end at or before the beginning is on the next day:
 * "22:00" to "06:00" is a night.
 */
export interface Hours {
  from: string;
  to: string;
}
/** The hours that begin on a date, in place of the weekday's; none: closed. Its date is its id. */
export interface DateOverride {
  date: string;
  hours: Hours[];
}
export interface TimeOff {
  timeOffId: string;
  from: Date;
  to: Date;
}
/** When a consultant can be booked, as they wrote it; absent numbers mean the tenant's policy, or no such rule. */
export interface Availability {
  timezone: string;
  weekly: { weekday: Weekday; hours: Hours[] }[];
  overrides: DateOverride[];
  timeOff: TimeOff[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes?: number | undefined;
  /** At most one of the three horizons is set. */
  horizonDays?: number | undefined;
  /** Local dates, `to` exclusive. */
  horizonRange?: { from: string; to: string } | undefined;
  horizonAvailableDays?: number | undefined;
  slotStepMinutes?: number | undefined;
  slotOffsetMinutes?: number | undefined;
  limits?: Limits | undefined;
  version: number;
}

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

/** The rules of the slot engine for sessions of one length; the tenant's policies fill what the consultant left open. */
export function slotRules(availability: Availability, policies: Policies, durationMinutes: number): SlotRules {
  const stepMinutes = slotStep(availability.slotStepMinutes ?? policies.slotStepMinutes, durationMinutes);
  return {
    timezone: availability.timezone,
    weekly: WEEKDAYS.map((weekday) => wallHours(availability.weekly.find((day) => day.weekday === weekday)?.hours)),
    overrides: new Map(availability.overrides.map((day) => [dayNumber(day.date) ?? Number.NaN, wallHours(day.hours)])),
    timeOff: availability.timeOff.map(minutesOff),
    buffers: buffersOf(availability),
    minimumNoticeMinutes: availability.minimumNoticeMinutes ?? policies.minimumNoticeMinutes,
    horizon: horizonOf(availability, policies),
    stepMinutes,
    offsetMinutes: (availability.slotOffsetMinutes ?? 0) % stepMinutes,
    limits: availability.limits,
  };
}

/** The time that is kept free around each session. */
export function buffersOf({ bufferBeforeMinutes, bufferAfterMinutes }: Availability): SlotRules['buffers'] {
  return { beforeMinutes: bufferBeforeMinutes, afterMinutes: bufferAfterMinutes };
}

/** The whole minutes that a time off takes a part of. */
function minutesOff({ timeOffId, from, to }: TimeOff): SlotRules['timeOff'][number] {
  return { timeOffId, start: minuteOf(from), end: minuteFrom(to) };
}

function horizonOf(availability: Availability, policies: Policies): Horizon {
  const { horizonDays, horizonRange, horizonAvailableDays } = availability;
  if (horizonAvailableDays !== undefined) return { availableDays: horizonAvailableDays };
  if (horizonRange === undefined) return { days: horizonDays ?? policies.horizonDays };
  return { first: dayNumber(horizonRange.from) ?? Number.NaN, end: dayNumber(horizonRange.to) ?? Number.NaN };
}

/** The first whole minute that is not before an instant. */
export function minuteFrom(instant: Date): number {
  return Math.ceil(instant.getTime() / MINUTE_MS);
}

/** Epoch minute that holds an instant. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE_MS);
}

/** Hours in minutes from the midnight of the day on which they begin; a night ends above 1440. */
export function wallHours(hours: readonly Hours[] = []): WallHours[] {
  return hours.map((each) => {
    const from = wallMinute(each.from);
    const to = wallMinute(each.to);
    return { from, to: to > from ? to : to + DAY_MINUTES };
  });
}

function wallMinute(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
