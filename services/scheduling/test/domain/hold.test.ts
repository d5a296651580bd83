import { describe, expect, test } from '@jest/globals';
import type { Booking } from '../../src/domain/booking.ts';
import { isHeldFor, isLive, newHold } from '../../src/domain/hold.ts';

const now = new Date('2025-01-01T09:00:00Z');
const start = new Date('2025-01-20T10:00:00Z');
const MINUTE = start.getTime() / 60_000;
const wish: Booking = {
  requestId: 'request-1',
  clientId: '',
  consultantId: 'mike',
  details: { title: 'Advice', description: '', type: 'advisory', objectives: [], agenda: [] },
  scheduledStart: start,
};
const session = { start: MINUTE, end: MINUTE + 60 };
const hold = newHold(wish, { holdId: 'hold-1', tenantId: '100001', clientId: 'sarah', session, now });

describe('a hold', () => {
  test('keeps what is to be booked, and nothing that nobody said: how long either, though it keeps that much time', () => {
    expect(hold).toMatchObject({ version: 1, revision: 0, scheduledEnd: new Date('2025-01-20T11:00:00Z') });
    expect(hold.hold.booking).toEqual({ ...wish, clientId: 'sarah' });
    // A database would make something of what is there and undefined.
    expect(Object.keys(hold.hold.booking).toSorted()).toEqual([
      'clientId',
      'consultantId',
      'details',
      'requestId',
      'scheduledStart',
    ]);
  });

  test('keeps a length that was stated, however it was', () => {
    const made = { holdId: 'hold-1', tenantId: '100001', clientId: 'sarah', session, now };
    const ends = [{ durationMinutes: 60 }, { scheduledEnd: new Date('2025-01-20T11:00:00Z') }].map(
      (length) => newHold({ ...wish, ...length }, made).hold.booking.scheduledEnd,
    );
    expect(ends).toEqual([hold.scheduledEnd, hold.scheduledEnd]);
  });

  test('lives ten minutes, to the millisecond, and only while it is open', () => {
    expect(hold.dueAt).toEqual(new Date('2025-01-01T09:10:00Z'));
    expect(isLive(hold, new Date('2025-01-01T09:09:59.999Z'))).toBe(true);
    expect(isLive(hold, new Date('2025-01-01T09:10:00Z'))).toBe(false);
    expect(isLive({ ...hold, hold: { ...hold.hold, state: 'released' } }, now)).toBe(false);
  });

  test.each<[string, Partial<Booking>, boolean]>([
    ['the same', {}, true],
    ['its end, stated', { scheduledEnd: new Date('2025-01-20T11:00:00Z') }, true],
    ['its length, stated', { durationMinutes: 60 }, true],
    ['another length', { durationMinutes: 30 }, false],
    ['another end', { scheduledEnd: new Date('2025-01-20T10:30:00Z') }, false],
    ['another consultant', { consultantId: 'anna' }, false],
    ['another type', { details: { ...wish.details, type: 'review' } }, false],
    ['another start', { scheduledStart: new Date('2025-01-20T10:30:00Z') }, false],
  ])('is for what it was made for: %s', (_, changes, same) => {
    expect(isHeldFor(hold, { ...wish, ...changes })).toBe(same);
  });
});
