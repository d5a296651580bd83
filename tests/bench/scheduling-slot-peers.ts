/**
 * The same question as each library's users would answer it, and as fast as integers can. All sweep the same sorted bookings:
 * they differ in how they find the hours of a day.
 */
import { addDays, format } from 'date-fns';
import { fromZonedTime } from 'date-fns-tz';
import { DateTime } from 'luxon';
// oxlint-disable-next-line import/default -- CommonJS: node has its exports as the default
import rrule from 'rrule';
import { Temporal } from 'temporal-polyfill';

/** Weekdays nine to five in New York, sessions of an hour every half hour. */
export const ZONE = 'America/New_York';
export const FROM_HOUR = 9;
export const TO_HOUR = 17;
export const STEP_MINUTES = 30;
export const LENGTH_MINUTES = 60;
/** The first day asked about, a Monday; clocks change on the fourteenth. */
export const FIRST_DATE = '2027-03-01';

/** Epoch minutes. */
export interface Span {
  start: number;
  end: number;
}
export interface SlotQuestion {
  weeks: number;
  /** In order, and apart from one another. */
  bookings: readonly Span[];
}
export type Contender = (question: SlotQuestion) => number[];

const { RRule } = rrule;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const [YEAR = 0, MONTH = 0, DAY = 0] = FIRST_DATE.split('-').map(Number);
const FIRST_DAY = Date.UTC(YEAR, MONTH - 1, DAY) / MINUTE_MS / DAY_MINUTES;

export const PEERS: Readonly<Record<string, Contender>> = {
  'temporal-polyfill + sweep': withTemporal,
  'luxon + rrule + sweep': withLuxon,
  'date-fns-tz + sweep': withDateFns,
};

function withTemporal({ weeks, bookings }: SlotQuestion): number[] {
  const free = sweep(bookings);
  const zone = { timeZone: ZONE };
  let date = Temporal.PlainDate.from(FIRST_DATE);
  for (let day = 0; day < weeks * 7; day += 1) {
    if (date.dayOfWeek <= 5) {
      const opens = date.toZonedDateTime({ ...zone, plainTime: { hour: FROM_HOUR } });
      const closes = date.toZonedDateTime({ ...zone, plainTime: { hour: TO_HOUR } });
      free.window(opens.epochMilliseconds / MINUTE_MS, closes.epochMilliseconds / MINUTE_MS);
    }
    date = date.add({ days: 1 });
  }
  return free.starts;
}

function withLuxon({ weeks, bookings }: SlotQuestion): number[] {
  const free = sweep(bookings);
  const first = new Date(`${FIRST_DATE}T00:00:00Z`);
  const byweekday = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR];
  const rule = new RRule({ freq: RRule.WEEKLY, byweekday, dtstart: first, count: weeks * 5 });
  for (const date of rule.all()) {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const opens = DateTime.fromObject({ year, month, day, hour: FROM_HOUR }, { zone: ZONE });
    const closes = DateTime.fromObject({ year, month, day, hour: TO_HOUR }, { zone: ZONE });
    free.window(opens.toMillis() / MINUTE_MS, closes.toMillis() / MINUTE_MS);
  }
  return free.starts;
}

function withDateFns({ weeks, bookings }: SlotQuestion): number[] {
  const free = sweep(bookings);
  const first = new Date(YEAR, MONTH - 1, DAY);
  for (let day = 0; day < weeks * 7; day += 1) {
    const date = addDays(first, day);
    if (date.getDay() === 0 || date.getDay() === 6) continue;
    const local = format(date, 'yyyy-MM-dd');
    const opens = fromZonedTime(`${local} ${String(FROM_HOUR).padStart(2, '0')}:00`, ZONE);
    const closes = fromZonedTime(`${local} ${TO_HOUR}:00`, ZONE);
    free.window(opens.getTime() / MINUTE_MS, closes.getTime() / MINUTE_MS);
  }
  return free.starts;
}

/** While `until` has not come (epoch minutes), local time is UTC + `offset` minutes. */
export interface Offset {
  until: number;
  offset: number;
}

/** What no search can be much faster than: the offsets are known, hours are additions, and bookings are walked over once. */
export function limitOf(offsets: readonly Offset[]): Contender {
  return ({ weeks, bookings }) => {
    const starts: number[] = [];
    let [at, next] = [0, 0];
    for (let day = 0; day < weeks * 7; day += 1) {
      if (day % 7 > 4) continue;
      const midnight = (FIRST_DAY + day) * DAY_MINUTES;
      // No clock changes between nine and five, so that one offset is that of the whole window.
      const noon = midnight + 720;
      while (noon - (offsets[at]?.offset ?? 0) >= (offsets[at]?.until ?? Number.POSITIVE_INFINITY)) at += 1;
      const offset = offsets[at]?.offset ?? 0;
      const closes = midnight + TO_HOUR * 60 - offset - LENGTH_MINUTES;
      for (let start = midnight + FROM_HOUR * 60 - offset; start <= closes; start += STEP_MINUTES) {
        let booking = bookings[next];
        while (booking !== undefined && booking.end <= start) {
          next += 1;
          booking = bookings[next];
        }
        if (booking === undefined || booking.start >= start + LENGTH_MINUTES) starts.push(start);
      }
    }
    return starts;
  };
}

/** The offsets of the zone by Intl, hour by hour. */
export function offsetsOf(from: number, to: number): Offset[] {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' });
  const offsetAt = (minute: number) => {
    const name = clock.formatToParts(minute * MINUTE_MS).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const offsets: Offset[] = [];
  for (let minute = from; minute < to; minute += 60) {
    const [here, there] = [offsetAt(minute), offsetAt(minute + 60)];
    if (here !== there) offsets.push({ until: minute + 60, offset: here });
  }
  return [...offsets, { until: Number.POSITIVE_INFINITY, offset: offsetAt(to) }];
}

/** Sorted windows against sorted bookings: every start on the step at which a session fits and meets none. */
function sweep(bookings: readonly Span[]) {
  const starts: number[] = [];
  let next = 0;
  return {
    starts,
    window(opens: number, closes: number): void {
      for (let start = opens; start + LENGTH_MINUTES <= closes; start += STEP_MINUTES) {
        let booking = bookings[next];
        while (booking !== undefined && booking.end <= start) {
          next += 1;
          booking = bookings[next];
        }
        if (booking === undefined || booking.start >= start + LENGTH_MINUTES) starts.push(start);
      }
    },
  };
}
