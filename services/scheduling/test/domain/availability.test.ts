import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { availabilityFaults, emptyAvailability, slotRules } from '../../src/domain/availability.ts';
import { cellsOf } from '../../src/domain/cells.ts';

const CLOSED = emptyAvailability('Europe/Berlin');

describe('availability', () => {
  test('all contradictions are named at once', () => {
    const faults = availabilityFaults({
      ...CLOSED,
      timezone: 'Mars/Olympus',
      weekly: [
        {
          weekday: 'monday',
          hours: [
            { from: '09:00', to: '12:00' },
            { from: '11:59', to: '17:00' },
          ],
        },
        { weekday: 'monday', hours: [{ from: '10:00', to: '10:00' }] },
      ],
      overrides: [{ date: '2025-02-30', hours: [] }],
      timeOff: [{ timeOffId: '1', from: new Date('2025-01-02T00:00:00Z'), to: new Date('2025-01-01T00:00:00Z') }],
      slotStepMinutes: 7,
    });
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/timezone unknown_zone',
      '/weekly/1 repeated',
      '/weekly/0/hours/1 overlap',
      '/weekly/1/hours/0 empty_range',
      '/overrides/0/date unknown_date',
      '/timeOff/0 empty_range',
      '/slotStepMinutes off_grid',
    ]);
  });

  test('touching hours and 24:00 are fine, a bare offset is not a zone', () => {
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ];
    expect(availabilityFaults({ ...CLOSED, weekly: [{ weekday: 'friday', hours }] })).toEqual([]);
    expect(availabilityFaults({ ...CLOSED, timezone: '+02:00' })).toMatchObject([{ code: 'unknown_zone' }]);
  });

  test('the tenant’s policies fill what the consultant left open; short sessions step by 15', () => {
    expect(slotRules(CLOSED, DEFAULT_POLICIES, 60)).toMatchObject({
      stepMinutes: 30,
      horizonDays: 365,
      minimumNoticeMinutes: 0,
    });
    expect(slotRules(CLOSED, DEFAULT_POLICIES, 15).stepMinutes).toBe(15);
    expect(slotRules({ ...CLOSED, slotStepMinutes: 60, horizonDays: 7 }, DEFAULT_POLICIES, 60)).toMatchObject({
      stepMinutes: 60,
      horizonDays: 7,
    });
  });
});

test('an hour is twelve cells, and touching sessions share none', () => {
  const ten = cellsOf({ start: 600, end: 660 });
  expect(ten).toHaveLength(12);
  expect(cellsOf({ start: 660, end: 720 }).some((cell) => ten.includes(cell))).toBe(false);
});
