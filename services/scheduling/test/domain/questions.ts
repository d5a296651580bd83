import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Availability, emptyAvailability, type Hours, WEEKDAYS } from '../../src/domain/availability.ts';
import { availabilityFaults } from '../../src/domain/availability-faults.ts';
import type { Question, Session } from './oracle.ts';

/** Zones with and without changes of clocks, at odd offsets, with changes at midnight, of half an hour, for Ramadan, of a whole day. */
const ZONES = `
  America/New_York America/Havana America/St_Johns America/Asuncion America/Santiago America/Sao_Paulo
  America/Caracas Europe/Lisbon Europe/Berlin Europe/Istanbul Europe/Dublin Africa/Casablanca
  Africa/Cairo Africa/Nairobi Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Beirut
  Asia/Gaza Asia/Amman Asia/Pyongyang Australia/Lord_Howe Australia/Adelaide Australia/Eucla
  Pacific/Chatham Pacific/Apia Pacific/Kiritimati Pacific/Norfolk Antarctica/Troll Atlantic/Azores
  America/Scoresbysund UTC
`
  .trim()
  .split(/\s+/);
const CELL = 5;
const YEAR_DAYS = 366;
/** Around each change of clocks. */
const REACH_DAYS = 3;

const cellsOfDay = (max: number) => fc.integer({ min: 0, max: max / CELL }).map((cell) => cell * CELL);
const wallTime = (minute: number): string => {
  const pad = (value: number) => String(value).padStart(2, '0');
  return minute === 1_440 ? '24:00' : `${pad(Math.floor((minute % 1_440) / 60))}:${pad(minute % 60)}`;
};
const anyHours: fc.Arbitrary<Hours> = fc
  .oneof(
    fc.constantFrom<[string, string]>(
      ['09:00', '17:00'],
      ['22:00', '06:00'],
      ['00:00', '24:00'],
      ['00:30', '04:15'],
      ['23:00', '01:00'],
    ),
    fc
      .tuple(cellsOfDay(1_435), fc.integer({ min: 6, max: 200 }))
      .map(([from, length]): [string, string] => [wallTime(from), wallTime(from + length * CELL)]),
  )
  .map(([from, to]) => ({ from, to }));
const limit = fc.record(
  { count: fc.integer({ min: 1, max: 6 }), minutes: cellsOfDay(600).map((m) => m + 60) },
  { requiredKeys: [] },
);
const aSession = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  minutes: fc.integer({ min: 3, max: 36 }),
});

const shape = fc.record({
  zone: fc.constantFrom(...ZONES),
  year: fc.integer({ min: 2_008, max: 2_034 }),
  weekly: fc.array(
    fc.record({ weekday: fc.constantFrom(...WEEKDAYS), hours: fc.array(anyHours, { minLength: 1, maxLength: 3 }) }),
    { minLength: 4, maxLength: 12 },
  ),
  overrides: fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), hours: fc.array(anyHours, { maxLength: 2 }) }),
    { maxLength: 3 },
  ),
  timeOff: fc.array(aSession, { maxLength: 2 }),
  buffers: fc.record({ before: fc.integer({ min: 0, max: 40 }), after: fc.integer({ min: 0, max: 40 }) }),
  noticeMinutes: fc.option(cellsOfDay(6_000), { nil: undefined }),
  horizon: fc.oneof(
    fc.constant({}),
    fc.record({ horizonDays: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ horizonAvailableDays: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ rangeFrom: fc.integer({ min: -3, max: 3 }), rangeDays: fc.integer({ min: 1, max: 9 }) }),
  ),
  stepMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60, 75),
  offset: fc.integer({ min: 0, max: 14 }),
  limits: fc.option(fc.record({ perDay: limit, perWeek: limit, perMonth: limit }, { requiredKeys: [] }), {
    nil: undefined,
  }),
  sessions: fc.array(aSession, { maxLength: 12 }),
  held: fc.array(aSession, { maxLength: 2 }),
  client: fc.array(aSession, { maxLength: 3 }),
  durationMinutes: fc.constantFrom(15, 30, 45, 60, 90, 180),
  nowAt: fc.integer({ min: -600, max: 600 }),
});

/** A random consultant, asked about the days around each of the year's changes of clocks, or about two others where there are none. */
export const anyQuestions: fc.Arbitrary<Question[]> = shape.map((drawn) =>
  changesOf(drawn.zone, drawn.year).map((change) => questionAround(drawn, change)),
);

function questionAround(drawn: typeof shape extends fc.Arbitrary<infer T> ? T : never, change: DateTime): Question {
  const from = change.minus({ days: REACH_DAYS });
  const to = change.plus({ days: REACH_DAYS });
  const within = (at: number) => from.plus({ minutes: Math.floor((at * 2 * REACH_DAYS * 1_440) / CELL) * CELL });
  const sessionOf = ({ at, minutes }: { at: number; minutes: number }): Session => {
    const start = within(at);
    return { start, end: start.plus({ minutes: minutes * CELL }) };
  };
  const { stepMinutes, limits, horizon } = drawn;
  const availability = sound({
    ...emptyAvailability(drawn.zone),
    weekly: [...new Map(drawn.weekly.map((day) => [day.weekday, day])).values()],
    overrides: [
      ...new Map(
        drawn.overrides.map(({ at, hours }) => {
          const date = within(at).setZone(drawn.zone).toISODate() ?? '';
          return [date, { date, hours }];
        }),
      ).values(),
    ],
    timeOff: drawn.timeOff.map(sessionOf).map(({ start, end }, at) => ({
      timeOffId: `off-${at}`,
      from: start.toJSDate(),
      to: end.plus({ days: at }).toJSDate(),
    })),
    bufferBeforeMinutes: drawn.buffers.before,
    bufferAfterMinutes: drawn.buffers.after,
    minimumNoticeMinutes: drawn.noticeMinutes,
    slotStepMinutes: stepMinutes,
    slotOffsetMinutes: (drawn.offset * CELL) % stepMinutes,
    limits,
    ...('horizonDays' in horizon ? { horizonDays: horizon.horizonDays } : {}),
    ...('horizonAvailableDays' in horizon ? { horizonAvailableDays: horizon.horizonAvailableDays } : {}),
    ...('rangeFrom' in horizon ? { horizonRange: rangeAround(change.setZone(drawn.zone), horizon) } : {}),
  });
  return {
    availability,
    from,
    to,
    now: from.plus({ minutes: drawn.nowAt * CELL }),
    durationMinutes: drawn.durationMinutes,
    stepMinutes: drawn.durationMinutes <= 15 ? Math.min(stepMinutes, 15) : stepMinutes,
    horizonDays: 365,
    sessions: drawn.sessions.map(sessionOf),
    held: drawn.held.map(sessionOf),
    client: drawn.client.map(sessionOf),
  };
}

function rangeAround(change: DateTime, { rangeFrom, rangeDays }: { rangeFrom: number; rangeDays: number }) {
  const from = change.plus({ days: rangeFrom });
  return { from: from.toISODate() ?? '', to: from.plus({ days: rangeDays }).toISODate() ?? '' };
}

/** Without the hours that contradict others. */
function sound(availability: Availability): Availability {
  const [fault] = availabilityFaults(availability, { slotStepMinutes: 30 });
  if (fault === undefined) return availability;
  const [, list, day, , hours] = fault.pointer.split('/');
  if (list !== 'weekly' && list !== 'overrides') throw new Error(`unexpected fault at ${fault.pointer}`);
  const drop = <T extends { hours: Hours[] }>(days: T[]): T[] =>
    days.map((each, at) =>
      at === Number(day) ? { ...each, hours: each.hours.filter((_, place) => place !== Number(hours)) } : each,
    );
  return sound(
    list === 'weekly'
      ? { ...availability, weekly: drop(availability.weekly) }
      : { ...availability, overrides: drop(availability.overrides) },
  );
}

/** The noons next to the changes of clocks of a year by luxon; 1 May and 1 November where there are none. */
export function changesOf(zone: string, year: number): DateTime[] {
  const first = DateTime.fromObject({ year, month: 1, day: 1, hour: 12 }, { zone: 'utc' });
  const found: DateTime[] = [];
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const noon = first.plus({ days: day });
    if (noon.setZone(zone).offset !== noon.plus({ days: 1 }).setZone(zone).offset) found.push(noon);
  }
  return found.length > 0 ? found.slice(0, 3) : [first.plus({ days: 120 }), first.plus({ days: 304 })];
}
