import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { type Availability, emptyAvailability, slotRules } from '../../src/domain/availability.ts';
import { availabilityFaults } from '../../src/domain/availability-faults.ts';
import { cellsOf } from '../../src/domain/cells.ts';
import { findSlots } from '../../src/domain/slots.ts';
import { at, iso } from './rules.ts';

const CLOSED = emptyAvailability('Europe/Berlin');
const faultsOf = (changes: Partial<Availability>) =>
  availabilityFaults({ ...CLOSED, ...changes }, DEFAULT_POLICIES).map(({ pointer, code }) => `${pointer} ${code}`);
const day = (weekday: Availability['weekly'][number]['weekday'], ...hours: [string, string][]) => ({
  weekday,
  hours: hours.map(([from, to]) => ({ from, to })),
});

describe('availability', () => {
  test('all contradictions are named at once', () => {
    expect(
      faultsOf({
        timezone: 'Mars/Olympus',
        weekly: [day('monday', ['09:00', '12:00'], ['11:59', '17:00']), day('monday', ['20:00', '20:00'])],
        overrides: [
          { date: '2025-02-30', hours: [] },
          { date: '2025-03-01', hours: [{ from: '24:00', to: '06:00' }] },
          { date: '2025-03-01', hours: [] },
        ],
        timeOff: [{ timeOffId: '1', from: new Date('2025-01-02T00:00:00Z'), to: new Date('2025-01-01T00:00:00Z') }],
        slotStepMinutes: 7,
        horizonDays: 30,
        horizonRange: { from: '2025-03-01', to: '2025-03-01' },
        limits: { perWeek: { minutes: 61 } },
      }),
    ).toEqual([
      '/timezone unknown_zone',
      '/weekly/1 repeated',
      '/weekly/1/hours/0 empty_range',
      '/weekly/0/hours/1 overlap',
      '/overrides/2 repeated',
      '/overrides/0/date unknown_date',
      '/overrides/1/hours/0/from unknown_time',
      '/timeOff/0 empty_range',
      '/slotStepMinutes off_grid',
      '/horizonRange contradiction',
      '/horizonRange empty_range',
      '/limits/perWeek/minutes off_grid',
    ]);
  });

  test('touching hours, nights and 24:00 are fine, a bare offset is not a zone', () => {
    expect(faultsOf({ weekly: [day('friday', ['09:00', '12:00'], ['12:00', '24:00'])] })).toEqual([]);
    expect(faultsOf({ weekly: [day('sunday', ['22:00', '06:00']), day('monday', ['06:00', '22:00'])] })).toEqual([]);
    expect(faultsOf({ timezone: '+02:00' })).toEqual(['/timezone unknown_zone']);
  });

  test('a night that runs into the next day’s hours is refused there, also from Sunday into Monday, and between overrides', () => {
    expect(faultsOf({ weekly: [day('monday', ['05:00', '09:00']), day('sunday', ['22:00', '06:00'])] })).toEqual([
      '/weekly/0/hours/0 overlap',
    ]);
    expect(
      faultsOf({
        weekly: [day('tuesday', ['22:00', '06:00']), day('wednesday', ['00:00', '01:00'], ['05:59', '07:00'])],
      }),
    ).toEqual(['/weekly/1/hours/0 overlap', '/weekly/1/hours/1 overlap']);
    const hours = (from: string, to: string) => [{ from, to }];
    expect(
      faultsOf({
        overrides: [
          { date: '2025-03-02', hours: hours('01:00', '02:00') },
          { date: '2025-03-01', hours: hours('20:00', '02:00') },
        ],
      }),
    ).toEqual(['/overrides/0/hours/0 overlap']);
  });

  test('the slot offset stays below the step, the consultant’s or the tenant’s', () => {
    expect(faultsOf({ slotOffsetMinutes: 30 })).toEqual(['/slotOffsetMinutes out_of_range']);
    expect(faultsOf({ slotOffsetMinutes: 30, slotStepMinutes: 60 })).toEqual([]);
    expect(faultsOf({ slotOffsetMinutes: 12 })).toEqual(['/slotOffsetMinutes off_grid']);
  });

  test('one horizon at most: a second one contradicts the first', () => {
    expect(faultsOf({ horizonAvailableDays: 5, horizonDays: 30 })).toEqual(['/horizonAvailableDays contradiction']);
    expect(faultsOf({ horizonRange: { from: '2025-02-30', to: '2025-03-01' } })).toEqual([
      '/horizonRange/from unknown_date',
    ]);
  });

  test('the tenant’s policies fill what the consultant left open; short sessions step by 15', () => {
    expect(slotRules(CLOSED, DEFAULT_POLICIES, 60)).toMatchObject({
      stepMinutes: 30,
      offsetMinutes: 0,
      horizon: { days: 365 },
      minimumNoticeMinutes: 0,
    });
    expect(slotRules({ ...CLOSED, slotOffsetMinutes: 20 }, DEFAULT_POLICIES, 15)).toMatchObject({
      stepMinutes: 15,
      offsetMinutes: 5,
    });
    expect(slotRules({ ...CLOSED, slotStepMinutes: 60, horizonDays: 7 }, DEFAULT_POLICIES, 60)).toMatchObject({
      stepMinutes: 60,
      horizon: { days: 7 },
    });
  });

  test('a night belongs to the day it begins on: an override of that day takes it, one of the next day leaves it', () => {
    const night = { ...CLOSED, timezone: 'UTC', weekly: [day('monday', ['22:00', '02:00'])], slotStepMinutes: 60 };
    const slots = (date: string, hours: Availability['overrides'][number]['hours']) =>
      findSlots(
        slotRules({ ...night, overrides: [{ date, hours }] }, DEFAULT_POLICIES, 60),
        { consultant: [], client: [] },
        {
          start: at('2025-01-20T00:00Z'),
          end: at('2025-01-22T00:00Z'),
          durationMinutes: 60,
          now: at('2025-01-01T00:00Z'),
        },
      ).map((slot) => iso(slot).slice(8));
    const whole = ['20T22:00', '20T23:00', '21T00:00', '21T01:00'];
    expect(slots('2025-01-19', [])).toEqual(whole);
    expect(slots('2025-01-20', [])).toEqual([]);
    expect(slots('2025-01-21', [])).toEqual(whole);
    // Where an override meets the night before, what both open is open, and each has its own grid.
    expect(slots('2025-01-21', [{ from: '01:30', to: '03:00' }])).toEqual([...whole, '21T01:30']);
  });
});

test('an hour is twelve cells, and touching sessions share none', () => {
  const ten = cellsOf({ start: 600, end: 660 });
  expect(ten).toHaveLength(12);
  expect(cellsOf({ start: 660, end: 720 }).some((cell) => ten.includes(cell))).toBe(false);
});
