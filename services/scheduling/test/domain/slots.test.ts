import { describe, expect, test } from '@jest/globals';
import { findSlots, judgeSession, type SlotRules } from '../../src/domain/slots.ts';
import { at, hours, iso, rulesIn } from './rules.ts';

const LONG_AGO = at('2025-01-01T00:00Z');
const slotsOf = (
  rules: SlotRules,
  day: { from: string; to: string },
  durationMinutes = 60,
  busy = [] as { start: number; end: number }[],
) =>
  findSlots(
    rules,
    { consultant: busy, client: [] },
    { start: at(day.from), end: at(day.to), durationMinutes, now: LONG_AGO },
  ).map(iso);
const halfHours = (from: number, to: number) =>
  Array.from({ length: 2 * (to - from) }, (_, index) => iso(from * 60 + index * 30).slice(11));
const everyDay = (from: number, to: number) => Array.from({ length: 7 }, () => [hours(from, to)]);

describe('hours', () => {
  test('a day in UTC offers every step while the session fits', () => {
    const slots = slotsOf(rulesIn('UTC', { stepMinutes: 60 }), { from: '2025-01-20T00:00Z', to: '2025-01-21T00:00Z' });
    expect(slots.map((slot) => slot.slice(11))).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
      '15:00',
      '16:00',
    ]);
  });

  test('weekdays are the consultant’s, not UTC’s', () => {
    const monday = [[hours(9, 10)], [], [], [], [], [], []];
    const rules = rulesIn('Pacific/Auckland', { weekly: monday });
    expect(slotsOf(rules, { from: '2025-01-18T00:00Z', to: '2025-01-25T00:00Z' })).toEqual(['2025-01-19T20:00']);
  });

  test('half-hour zones keep their own grid', () => {
    const slots = slotsOf(rulesIn('Asia/Kolkata'), { from: '2025-01-20T00:00Z', to: '2025-01-20T05:00Z' });
    expect(slots).toEqual(['2025-01-20T03:30', '2025-01-20T04:00', '2025-01-20T04:30']);
  });

  test('an override replaces the day, an empty one closes it, time off cuts a hole', () => {
    const day = Date.parse('2025-01-20T00:00Z') / 86_400_000;
    const rules = rulesIn('UTC', {
      overrides: new Map([
        [day, [hours(12, 13)]],
        [day + 1, []],
      ]),
      timeOff: [{ start: at('2025-01-22T09:30Z'), end: at('2025-01-22T16:00Z') }],
    });
    expect(slotsOf(rules, { from: '2025-01-20T00:00Z', to: '2025-01-23T00:00Z' })).toEqual([
      '2025-01-20T12:00',
      '2025-01-22T16:00',
    ]);
  });

  test('hours over midnight are two days’ hours that touch at 24:00', () => {
    const night = [[hours(22, 24)], [hours(0, 2)], [], [], [], [], []];
    const slots = slotsOf(
      rulesIn('UTC', { weekly: night, stepMinutes: 60 }),
      { from: '2025-01-20T00:00Z', to: '2025-01-22T00:00Z' },
      120,
    );
    expect(slots).toEqual(['2025-01-20T22:00', '2025-01-20T23:00', '2025-01-21T00:00']);
  });

  test('from is inclusive, to exclusive', () => {
    const slots = slotsOf(rulesIn('UTC'), { from: '2025-01-20T10:00Z', to: '2025-01-20T11:00Z' });
    expect(slots).toEqual(['2025-01-20T10:00', '2025-01-20T10:30']);
  });
});

describe('daylight saving', () => {
  const night = (zone: string, changes: Partial<SlotRules> = {}) =>
    rulesIn(zone, { weekly: everyDay(0, 4), ...changes });

  test('New York, March: the hour from 2 to 3 does not exist and offers nothing', () => {
    const slots = slotsOf(night('America/New_York'), { from: '2025-03-09T05:00Z', to: '2025-03-10T04:00Z' }, 30);
    expect(slots.map((slot) => slot.slice(11))).toEqual(['05:00', '05:30', '06:00', '06:30', '07:00', '07:30']);
  });

  test('New York, March: nine o’clock moves from 14:00Z to 13:00Z', () => {
    const slots = slotsOf(rulesIn('America/New_York', { stepMinutes: 480 }), {
      from: '2025-03-08T00:00Z',
      to: '2025-03-11T00:00Z',
    });
    expect(slots).toEqual(['2025-03-08T14:00', '2025-03-09T13:00', '2025-03-10T13:00']);
  });

  test('New York, November: the repeated hour is offered once per instant', () => {
    const slots = slotsOf(night('America/New_York'), { from: '2025-11-02T04:00Z', to: '2025-11-03T05:00Z' }, 30);
    expect(slots.map((slot) => slot.slice(11))).toEqual(halfHours(4, 9));
  });

  test('New York, November: hours that end inside the repeated hour are open in both passes', () => {
    const rules = rulesIn('America/New_York', { weekly: Array.from({ length: 7 }, () => [{ from: 0, to: 90 }]) });
    const slots = slotsOf(rules, { from: '2025-11-02T04:00Z', to: '2025-11-03T04:00Z' }, 30);
    expect(slots.map((slot) => slot.slice(11))).toEqual(['04:00', '04:30', '05:00', '06:00']);
  });

  test('Lisbon, March: clocks go from 01:00 to 02:00, and that hour offers nothing', () => {
    const slots = slotsOf(night('Europe/Lisbon'), { from: '2025-03-30T00:00Z', to: '2025-03-30T23:00Z' }, 30);
    // Midnight to one is winter time, two to four summer time.
    expect(slots.map((slot) => slot.slice(11))).toEqual(halfHours(0, 3));
  });

  test('Lisbon, October: the hour from one to two is there twice', () => {
    const slots = slotsOf(night('Europe/Lisbon'), { from: '2025-10-25T23:00Z', to: '2025-10-26T23:00Z' }, 30);
    expect(slots.map((slot) => slot.slice(11))).toEqual(['23:00', '23:30', ...halfHours(0, 4)]);
  });

  test('a session over the change lasts its real minutes', () => {
    const rules = rulesIn('Europe/Lisbon', { weekly: everyDay(0, 4), stepMinutes: 60 });
    const spring = slotsOf(rules, { from: '2025-03-30T00:00Z', to: '2025-03-30T23:00Z' }, 120);
    expect(spring.map((slot) => slot.slice(11))).toEqual(['00:00', '01:00']);
    const autumn = slotsOf(rules, { from: '2025-10-25T23:00Z', to: '2025-10-26T23:00Z' }, 300);
    expect(autumn).toEqual(['2025-10-25T23:00']);
  });

  test('Lord Howe shifts by half an hour: October skips 02:00–02:30, April repeats 01:30–02:00', () => {
    const spring = slotsOf(night('Australia/Lord_Howe'), { from: '2025-10-04T13:30Z', to: '2025-10-05T12:30Z' }, 30);
    expect(spring.map((slot) => slot.slice(11))).toEqual([
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
    ]);
    const autumn = slotsOf(night('Australia/Lord_Howe'), { from: '2025-04-05T13:00Z', to: '2025-04-06T13:00Z' }, 30);
    expect(autumn.map((slot) => slot.slice(11))).toEqual([...halfHours(13, 17), '17:00']);
  });
});

describe('notice, horizon, busy', () => {
  test('nothing before now plus notice, nothing from the horizon on', () => {
    const rules = rulesIn('UTC', { minimumNoticeMinutes: 90, horizon: { days: 1 }, stepMinutes: 60 });
    const now = at('2025-01-20T14:00Z');
    const query = { start: now, end: at('2025-02-01T00:00Z'), durationMinutes: 60, now };
    const expected = ['2025-01-20T16:00', ...['09', '10', '11', '12', '13'].map((hour) => `2025-01-21T${hour}:00`)];
    expect(findSlots(rules, { consultant: [], client: [] }, query).map(iso)).toEqual(expected);
  });

  test('a busy time takes every start that would touch it, and only those', () => {
    const busy = [{ start: at('2025-01-20T11:00Z'), end: at('2025-01-20T12:00Z') }];
    const slots = slotsOf(rulesIn('UTC'), { from: '2025-01-20T09:30Z', to: '2025-01-20T13:00Z' }, 60, busy);
    expect(slots.map((slot) => slot.slice(11))).toEqual(['09:30', '10:00', '12:00', '12:30']);
  });

  test('own buffers widen the wanted time: the gap is at least after + before', () => {
    // The existing session is 11:00–12:00 with 15 minutes before and 10 after, widened when it was booked.
    const busy = [{ start: at('2025-01-20T10:45Z'), end: at('2025-01-20T12:10Z') }];
    const rules = rulesIn('UTC', { buffers: { beforeMinutes: 15, afterMinutes: 10 }, stepMinutes: 5 });
    const slots = slotsOf(rules, { from: '2025-01-20T09:00Z', to: '2025-01-20T13:00Z' }, 60, busy).map((slot) =>
      slot.slice(11),
    );
    expect(slots).toContain('09:35');
    expect(slots).not.toContain('09:40');
    expect(slots).not.toContain('12:20');
    expect(slots).toContain('12:25');
  });

  test('a client’s own session elsewhere is compared bare, without the consultant’s buffers', () => {
    const rules = rulesIn('UTC', { buffers: { beforeMinutes: 60, afterMinutes: 60 } });
    const client = [{ start: at('2025-01-21T11:00Z'), end: at('2025-01-21T12:00Z') }];
    const judge = (start: string) =>
      judgeSession(rules, { consultant: [], client }, { start: at(start), end: at(start) + 60, now: LONG_AGO });
    expect(judge('2025-01-21T10:00Z')).toBe('free');
    expect(judge('2025-01-21T10:30Z')).toBe('client_busy');
    expect(judge('2025-01-21T12:00Z')).toBe('free');
  });

  test('the booking is judged by the same cuts, named in order', () => {
    const rules = rulesIn('UTC', { minimumNoticeMinutes: 60, horizon: { days: 30 } });
    const now = at('2025-01-20T09:00Z');
    const busy = [{ start: at('2025-01-21T11:00Z'), end: at('2025-01-21T12:00Z') }];
    const judge = (start: string, minutes = 60) =>
      judgeSession(rules, { consultant: busy, client: [] }, { start: at(start), end: at(start) + minutes, now });
    expect(judge('2025-01-21T10:00Z')).toBe('free');
    expect(judge('2025-01-21T10:05Z', 55)).toBe('free');
    expect(judge('2025-01-21T16:30Z')).toBe('hours');
    expect(judge('2025-01-21T10:02Z')).toBe('grid');
    expect(judge('2025-01-20T09:30Z')).toBe('notice');
    expect(judge('2025-02-20T10:00Z')).toBe('horizon');
    expect(judge('2025-01-21T10:30Z')).toBe('busy');
  });

  test('every start that is listed is judged free, and every free start on the step is listed', () => {
    const rules = rulesIn('America/New_York', {
      weekly: everyDay(0, 24),
      buffers: { beforeMinutes: 5, afterMinutes: 7 },
      stepMinutes: 15,
    });
    const busy = [3, 9, 20, 31, 47].map((hour) => ({
      start: at('2025-03-08T05:00Z') + hour * 60,
      end: at('2025-03-08T05:00Z') + hour * 60 + 50,
    }));
    const query = { start: at('2025-03-08T05:00Z'), end: at('2025-03-11T04:00Z'), durationMinutes: 45, now: LONG_AGO };
    const listed = new Set(findSlots(rules, { consultant: busy, client: [] }, query));
    for (let start = query.start; start < query.end; start += 15)
      expect([iso(start), listed.has(start)]).toEqual([
        iso(start),
        judgeSession(rules, { consultant: busy, client: [] }, { start, end: start + 45, now: LONG_AGO }) === 'free',
      ]);
  });
});
