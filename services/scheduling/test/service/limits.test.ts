import { slotsOf } from '@consult/contracts/api/slots';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import { raced, ROUNDS } from '../support/races.ts';
import { addConsultant, admin, client, refusal, session, startWorld, stored, type World } from '../support/world.ts';

let world: World;
let doors: World['scheduling'][];
beforeAll(async () => {
  world = await startWorld();
  doors = [world.scheduling, await world.another()];
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const door = (index: number): World['scheduling'] => doors[index % doors.length] ?? world.scheduling;
const hour = (day: string, at: number) => `${day}T${String(at).padStart(2, '0')}:00:00Z`;
const book = (who: string, consultantId: string, start: string, changes = {}) =>
  world.scheduling.book(client(who), session(consultantId, start, changes));
const claimsOf = async (consultantId: string) =>
  (await stored(world, { consultantId, active: true })).flatMap(({ limitClaims = [] }) => limitClaims).toSorted();

describe('of ten bookings at once on two instances', () => {
  test.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'a limit of three a day lets three stand, round %d',
    async (round) => {
      const who = `daily-${round}`;
      await addConsultant(world, who, { availability: { limits: { perDay: { count: 3 } } } });
      const clients = Array.from({ length: 10 }, (_, index) => `${who}-client-${index}`);
      const { won, codes } = await raced(
        clients.map((name, index) => () => door(index).book(client(name), session(who, hour('2025-01-20', 8 + index)))),
      );
      expect([won.length, codes]).toEqual([3, Array.from({ length: 7 }, () => 'outside_availability')]);
      expect(await claimsOf(who)).toEqual(['day:2025-01-20#1', 'day:2025-01-20#2', 'day:2025-01-20#3']);
      // Who was refused after a credit was reserved has it back.
      const standing = new Set((await stored(world, { consultantId: who, active: true })).map(({ _id }) => _id));
      const reserved = new Set(world.credits.reserved.map(({ bookingId }) => bookingId));
      const released = new Set(world.credits.released.map(({ bookingId }) => bookingId));
      for (const id of reserved) expect([id, released.has(id)]).toEqual([id, !standing.has(id)]);
    },
  );

  test('a limit of four hours a week is never passed, whatever the lengths', async () => {
    await addConsultant(world, 'weekly', { availability: { limits: { perWeek: { minutes: 240 } } } });
    const lengths = [60, 90, 120, 60, 90, 120, 60, 90, 120, 60];
    const { won, codes } = await raced(
      lengths.map((durationMinutes, index) => () => {
        const day = `2025-01-${20 + (index % 7)}`;
        return door(index).book(
          client(`weekly-${index}`),
          session('weekly', hour(day, 8 + index), { durationMinutes }),
        );
      }),
    );
    expect(won.length).toBeGreaterThanOrEqual(2);
    expect(new Set(codes)).toEqual(new Set(['outside_availability']));
    const standing = await stored(world, { consultantId: 'weekly', active: true });
    const minutes = standing.map((one) => (one.scheduledEnd.getTime() - one.scheduledStart.getTime()) / 60_000);
    const total = minutes.reduce((sum, each) => sum + each, 0);
    expect(total).toBeLessThanOrEqual(240);
    expect(await claimsOf('weekly')).toHaveLength(total / 5);
  });
});

describe('limits', () => {
  test('are of the consultant’s days, name themselves, and give a place back with the session', async () => {
    const availability = { timezone: 'Pacific/Auckland', limits: { perDay: { count: 1 } } };
    await addConsultant(world, 'kiwi', { availability });
    // 20:00Z on the 19th is nine in the morning of the 20th in Auckland; 06:00Z on the 20th is seven in the evening of it.
    const first = await book('one', 'kiwi', '2025-01-19T20:00:00Z');
    const refused = await refusal(book('two', 'kiwi', '2025-01-20T05:00:00Z'));
    expect(refused).toMatchObject({ code: 'outside_availability', details: { why: 'limit' } });
    await book('three', 'kiwi', '2025-01-20T20:00:00Z');
    const slots = slotsOf(
      await world.scheduling.findSlots(client('two'), {
        consultantId: 'kiwi',
        from: '2025-01-19T11:00:00Z',
        to: '2025-01-21T11:00:00Z',
      }),
    );
    expect(slots).toEqual([]);
    await world.scheduling.cancel(client('one'), { consultationId: first.consultationId });
    await book('two', 'kiwi', '2025-01-20T05:00:00Z');
  });

  test('count what was booked before there were any, and let nobody in when they are lowered', async () => {
    await addConsultant(world, 'later');
    await book('before-1', 'later', hour('2025-01-20', 8));
    await book('before-2', 'later', hour('2025-01-20', 10));
    const put = async (version: number, count: number) => {
      const { weekly } = await world.scheduling.getAvailability(admin(), { consultantId: 'later' });
      const availability = { timezone: 'UTC', weekly, limits: { perDay: { count } } };
      await world.scheduling.putAvailability(admin(), { consultantId: 'later', version, availability });
    };
    await put(2, 3);
    await book('after', 'later', hour('2025-01-20', 12));
    expect(await refusal(book('more', 'later', hour('2025-01-20', 14)))).toMatchObject({ details: { why: 'limit' } });
    expect(await claimsOf('later')).toEqual(['day:2025-01-20#1']);
    await put(3, 1);
    expect(await refusal(book('more', 'later', hour('2025-01-20', 14)))).toMatchObject({ details: { why: 'limit' } });
    await book('more', 'later', hour('2025-01-21', 14));
  });

  test('a session that is moved within its day keeps its place, and one moved to a full day is refused', async () => {
    await addConsultant(world, 'moving', {
      availability: { limits: { perDay: { count: 1 }, perMonth: { count: 2 } } },
    });
    const { consultationId } = await book('mover', 'moving', hour('2025-01-20', 8));
    await book('stayer', 'moving', hour('2025-01-21', 8));
    const to = (start: string, end: string) =>
      world.scheduling.reschedule(client('mover'), { consultationId, scheduledStart: start, scheduledEnd: end });
    await to(hour('2025-01-20', 14), hour('2025-01-20', 15));
    expect(await refusal(to(hour('2025-01-21', 14), hour('2025-01-21', 15)))).toMatchObject({
      code: 'outside_availability',
      details: { why: 'limit' },
    });
    await to(hour('2025-01-22', 14), hour('2025-01-22', 15));
    expect(await claimsOf('moving')).toEqual([
      'day:2025-01-21#1',
      'day:2025-01-22#1',
      'month:2025-01-01#1',
      'month:2025-01-01#2',
    ]);
    await to(hour('2025-02-03', 14), hour('2025-02-03', 15));
    await book('new', 'moving', hour('2025-01-23', 8));
  });
});
