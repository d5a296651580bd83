import { describe, expect, test } from '@jest/globals';
import { emptyAvailability, slotRules } from '../../src/domain/availability.ts';
import type { Consultation, State } from '../../src/domain/consultation.ts';
import { metricsOf, openMinutes } from '../../src/domain/metrics.ts';
import { monthSpan } from '../../src/domain/months.ts';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { consultationIn } from './sample.ts';

const minuteOf = (text: string) => Date.parse(text) / 60_000;

describe('figures', () => {
  const session = (state: State, changes: Partial<Consultation> = {}) => consultationIn(state, changes);
  const ran = (start: string, end: string, rating?: number) =>
    session('completed', {
      actualStart: new Date(start),
      actualEnd: new Date(end),
      feedback: rating === undefined ? {} : { client: { rating, comments: '', at: new Date(end) } },
    });

  test('count what took place, on time within five minutes, and what did not', () => {
    const missed = session('no_show', {
      status: { current: 'no_show', who: 'consultant', reason: '', creditEffect: 'return' },
    });
    const metrics = metricsOf([
      ran('2025-01-20T10:05:00Z', '2025-01-20T11:10:00Z', 5),
      ran('2025-01-20T10:05:01Z', '2025-01-20T11:00:00Z', 4),
      ran('2025-01-20T09:50:00Z', '2025-01-20T10:20:00Z'),
      session('scheduled'),
      session('no_show'),
      missed,
      session('cancelled'),
    ]);
    expect(metrics).toEqual({
      completed: 3,
      minutes: 65 + 55 + 30,
      onTime: 2,
      ratings: 2,
      ratingSum: 9,
      clientNoShows: 1,
      consultantNoShows: 1,
      cancellations: 1,
      // Three completed, one to come, and the hour a client let pass.
      bookedMinutes: 5 * 60,
    });
  });

  test('open minutes are the hours less time off, and change with the clocks', () => {
    const availability = {
      ...emptyAvailability('Europe/Berlin'),
      weekly: [{ weekday: 'sunday' as const, hours: [{ from: '00:00', to: '24:00' }] }],
    };
    const open = (from: string, to: string, changes = {}) =>
      openMinutes(slotRules({ ...availability, ...changes }, DEFAULT_POLICIES, 60), {
        start: minuteOf(from),
        end: minuteOf(to),
      });
    // The night of 2025-03-30 has no hour of two, that of 2025-10-26 has it twice.
    expect(open('2025-03-29T00:00Z', '2025-04-01T00:00Z')).toBe(23 * 60);
    expect(open('2025-10-25T00:00Z', '2025-10-28T00:00Z')).toBe(25 * 60);
    expect(open('2025-01-05T11:00Z', '2025-01-06T00:00Z')).toBe(12 * 60);
    const off = { timeOffId: 'o', from: new Date('2025-01-05T08:00Z'), to: new Date('2025-01-05T09:30Z') };
    expect(open('2025-01-04T00:00Z', '2025-01-07T00:00Z', { timeOff: [off] })).toBe(24 * 60 - 90);
    expect(open('2025-01-06T00:00Z', '2025-01-11T00:00Z')).toBe(0);
  });
});

describe('a month of a zone', () => {
  test.each([
    ['2025-01', 'UTC', '2025-01-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z'],
    ['2025-03', 'Europe/Berlin', '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z'],
    ['2025-01', 'Asia/Kolkata', '2024-12-31T18:30:00.000Z', '2025-01-31T18:30:00.000Z'],
    ['2024-12', 'Pacific/Kiritimati', '2024-11-30T10:00:00.000Z', '2024-12-31T10:00:00.000Z'],
    ['2011-12', 'Pacific/Apia', '2011-12-01T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
    // Midnight of the first of October 2017 was skipped there on the fifteenth; of 2018-11-01 it was not.
    ['2018-11', 'America/Sao_Paulo', '2018-11-01T03:00:00.000Z', '2018-12-01T02:00:00.000Z'],
  ])('%s in %s', (month, zone, from, to) => {
    const span = monthSpan(month, zone);
    expect([span?.from.toISOString(), span?.to.toISOString()]).toEqual([from, to]);
  });

  test.each(['2025-13', '2025-00'])('there is no %s', (month) => {
    expect(monthSpan(month, 'UTC')).toBeUndefined();
  });
});
