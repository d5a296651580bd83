import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import { creditsGranted } from '../support/events.ts';
import { raced, expectSettled, ROUNDS } from '../support/races.ts';
import {
  addConsultant,
  client,
  consultant,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

/** Two processes on one database, and everything that is wanted twice asked of both. */
let world: World;
let doors: World['scheduling'][];
beforeAll(async () => {
  world = await startWorld();
  world.identity.policies.set(TENANT, {
    ...DEFAULT_POLICIES,
    confirmationRequired: true,
    confirmationDeadlineHours: 9_999,
  });
  await addConsultant(world, 'mike');
  doors = [world.scheduling, await world.another()];
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const door = (index: number): World['scheduling'] => doors[index % doors.length] ?? world.scheduling;
const mike = consultant('mike');
/** A day of its own for each round of each race. */
let days = 0;
const nextDay = () => new Date(Date.UTC(2025, 0, 6 + (days += 1))).toISOString().slice(0, 10);
const hourAt = (start: string) => ({
  scheduledStart: start,
  scheduledEnd: new Date(Date.parse(start) + 3_600_000).toISOString(),
});
const confirmed = async (consultationId: string) => world.scheduling.confirm(mike, { consultationId });
async function standing(who: string, start: string): Promise<string> {
  const { consultationId } = await world.scheduling.book(client(who), session('mike', start));
  return consultationId;
}

describe.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))('round %d', (round) => {
  const named = (name: string) => `${name}-${round}`;

  test('fifty on one slot: one has it', async () => {
    const slot = `${nextDay()}T10:00:00Z`;
    const clients = Array.from({ length: 50 }, (_, index) => named(`fifty-${index}`));
    const { won, codes } = await raced(
      clients.map((who, index) => () => door(index).book(client(who), session('mike', slot))),
    );
    expect([won.length, [...new Set(codes)]]).toEqual([1, ['slot_taken']]);
    await expectSettled(world, clients);
  });

  test('a booking against a reschedule into the same slot: one has it, the other keeps what it had', async () => {
    const day = nextDay();
    const [mover, booker] = [named('mover'), named('booker')];
    const consultationId = await standing(mover, `${day}T10:00:00Z`);
    const slot = `${day}T14:00:00Z`;
    const { won, codes } = await raced([
      () => door(round).reschedule(client(mover), { consultationId, ...hourAt(slot) }),
      () => door(round + 1).book(client(booker), session('mike', slot)),
    ]);
    expect([won.length, codes]).toEqual([1, ['slot_taken']]);
    const [moved] = await stored(world, { consultationId });
    const hasMoved = won[0]?.consultationId === consultationId;
    expect(moved?.scheduledStart.toISOString()).toBe(`${day}T${hasMoved ? 14 : 10}:00:00.000Z`);
    await expectSettled(world, [mover, booker]);
  });

  test('two reschedules into one slot, and one session moved to two: nobody meets twice', async () => {
    const day = nextDay();
    const [first, second] = [named('first'), named('second')];
    const ids = [await standing(first, `${day}T08:00:00Z`), await standing(second, `${day}T09:00:00Z`)];
    const slot = hourAt(`${day}T14:00:00Z`);
    const into = await raced([
      () => door(round).reschedule(client(first), { consultationId: ids[0] ?? '', ...slot }),
      () => door(round + 1).reschedule(client(second), { consultationId: ids[1] ?? '', ...slot }),
    ]);
    expect([into.won.length, into.codes]).toEqual([1, ['slot_taken']]);
    const consultationId = into.won[0]?.consultationId ?? '';
    const owner = consultationId === ids[0] ? first : second;
    const apart = await raced([
      () => door(round).reschedule(client(owner), { consultationId, ...hourAt(`${day}T16:00:00Z`) }),
      () => door(round + 1).reschedule(mike, { consultationId, ...hourAt(`${day}T18:00:00Z`) }),
    ]);
    // Both may come through, one after the other; the last word is where it stands.
    expect(apart.won.length).toBeGreaterThan(0);
    expect(apart.codes.filter((code) => code !== 'conflict')).toEqual([]);
    await expectSettled(world, [first, second]);
  });

  test('a reschedule against a cancellation: cancelled in the end, and the credit is back once', async () => {
    const day = nextDay();
    const who = named('undecided');
    const consultationId = await standing(who, `${day}T10:00:00Z`);
    const { codes } = await raced([
      () => door(round).reschedule(client(who), { consultationId, ...hourAt(`${day}T14:00:00Z`) }),
      () => door(round + 1).cancel(mike, { consultationId, reason: 'ill' }),
    ]);
    expect(codes.filter((code) => code !== 'invalid_transition')).toEqual([]);
    const [document] = await stored(world, { consultationId });
    expect(document).toMatchObject({ status: { current: 'cancelled' } });
    expect(document?.consultantCells).toBeUndefined();
    const stood = world.credits.released.filter((one) => one.bookingId === document?._id && one.stood);
    expect(stood).toMatchObject([{ revision: document?.revision, forfeit: false }]);
    await expectSettled(world, [who]);
  });

  test('a cancellation against a start: one happens', async () => {
    const day = nextDay();
    const who = named('late');
    const consultationId = await standing(who, `${day}T10:00:00Z`);
    await confirmed(consultationId);
    world.clock.set(`${day}T09:50:00Z`);
    const { won, codes } = await raced([
      () => door(round).cancel(client(who), { consultationId, reason: '' }),
      () => door(round + 1).start(mike, { consultationId }),
    ]);
    expect([won.length, codes]).toEqual([1, ['invalid_transition']]);
    await expectSettled(world, [who]);
  });

  test('two who wait for approval of one slot: there is only ever one; approved and declined at once it is one of both', async () => {
    const slot = `${nextDay()}T10:00:00Z`;
    const clients = [named('asker'), named('rival')];
    const asked = await raced(clients.map((who, index) => () => door(index).book(client(who), session('mike', slot))));
    expect([asked.won.length, asked.codes]).toEqual([1, ['slot_taken']]);
    const consultationId = asked.won[0]?.consultationId ?? '';
    const { won } = await raced([
      () => door(round).confirm(mike, { consultationId }),
      () => door(round + 1).decline(mike, { consultationId, reason: '' }),
      () => door(round).confirm(mike, { consultationId }),
    ]);
    expect(won).toHaveLength(1);
    await expectSettled(world, clients);
  });

  test('the slot of a lapsed hold taken by three at once: one has it, before any worker has looked', async () => {
    const slot = `${nextDay()}T10:00:00Z`;
    const takers = [named('lapsed-1'), named('lapsed-2'), named('lapsed-3')];
    await world.scheduling.holdSlot(client(named('gone')), session('mike', slot));
    world.clock.set('2025-01-01T09:10:00Z');
    const { won, codes } = await raced(
      takers.map((who, index) => () => door(index).book(client(who), session('mike', slot))),
    );
    expect([won.length, codes]).toEqual([1, ['slot_taken', 'slot_taken']]);
    await expectSettled(world, takers);
  });

  test('the slot of a lapsed hold taken by three at once, its own late credits among them: one has it', async () => {
    const slot = `${nextDay()}T10:00:00Z`;
    const [holder, ...others] = [named('holder'), named('taker'), named('holds-too'), named('books-too')];
    const { holdId } = await world.scheduling.holdSlot(client(holder), session('mike', slot));
    world.clock.set('2025-01-01T09:10:00Z');
    const [taker, second, third] = others;
    const { won, codes } = await raced<object | void>([
      () => door(round).book(client(taker), session('mike', slot)),
      () => door(round + 1).holdSlot(client(second), session('mike', slot)),
      () => door(round).book(client(third), session('mike', slot)),
      () => world.publish(creditsGranted(world, holder, holdId)),
    ]);
    await eventually(async () => {
      const [hold] = await stored(world, { _id: holdId });
      const done = hold?.consultationId !== undefined || hold?.hold?.state === 'given_up';
      if (!done) throw new Error('the credits have not arrived yet');
    });
    const holding = await stored(world, { active: true, scheduledStart: new Date(slot) });
    expect(holding).toHaveLength(1);
    // Publishing is one of those that got through.
    expect([...new Set(codes)].filter((code) => code !== 'slot_taken')).toEqual([]);
    const [winner] = holding;
    expect(won.length - 1).toBe(winner?._id === holdId ? 0 : 1);
    await expectSettled(world, [holder, ...others]);
  });
});
