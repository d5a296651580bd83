import { AppError } from '@consult/runtime/errors';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { consultationsOn } from '../../src/store/consultation-document.ts';
import { nextDueAt } from '../../src/store/worker-queries.ts';
import { resetCredits } from '../support/credits.ts';
import { creditsGranted } from '../support/events.ts';
import {
  addConsultant,
  admin,
  asService,
  client,
  consultant,
  eventsOf,
  openEnded,
  refusal,
  session,
  startWorld,
  stored,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const NO_CREDITS = { payable: false, why: ['no_credits'], balance: 0 };
/** Somebody who has nothing to pay with yet. */
function hold(who: string, start: string, changes: Parameters<typeof session>[2] = {}) {
  world.credits.check = NO_CREDITS;
  return world.scheduling.holdSlot(client(who), session('mike', start, changes));
}
const grant = (who: string, holdId: string) => world.publish(creditsGranted(world, who, holdId));
const document = async (_id: string) => (await stored(world, { _id }))[0];
const booked = (holdId: string) =>
  eventually(async () => {
    const found = await document(holdId);
    if (found?.consultationId === undefined) throw new Error('not booked yet');
    return found;
  });
const told = (holdId: string) =>
  eventually(() => {
    const found = world.published.filter((event) => event.subject === holdId);
    if (found.length === 0) throw new Error('not told yet');
    return found;
  });

describe('a hold', () => {
  test('keeps a slot for ten minutes, for somebody without credits, and is in no list', async () => {
    const { holdId, expiresAt } = await hold('sarah', '2025-01-20T10:00:00Z');
    expect(expiresAt).toBe('2025-01-01T09:10:00.000Z');
    resetCredits(world.credits);
    const call = world.scheduling.book(client('tom'), session('mike', '2025-01-20T10:30:00Z'));
    expect(await refusal(call)).toMatchObject({ code: 'slot_taken' });
    for (const caller of [client('sarah'), consultant('mike'), admin()])
      expect((await world.scheduling.listConsultations(caller, {})).consultations).toEqual([]);
    expect(await refusal(world.scheduling.getConsultation(client('sarah'), { consultationId: holdId }))).toMatchObject({
      code: 'not_found',
    });
    // Nothing is reserved for it: it counts to nobody's open bookings.
    expect(world.credits.reserved).toEqual([]);
  });

  test('without a length is as long as its type allows by default', async () => {
    world.credits.check = NO_CREDITS;
    const { holdId } = await world.scheduling.holdSlot(client('vague'), openEnded('mike', '2025-01-20T12:00:00Z'));
    const found = await document(holdId);
    expect(found?.scheduledEnd).toEqual(new Date('2025-01-20T13:00:00Z'));
  });

  test('is one per client, and the same request again is the same one', async () => {
    const wish = { requestId: 'hold-1' };
    const first = await hold('nora', '2025-01-21T10:00:00Z', wish);
    expect(await hold('nora', '2025-01-21T10:00:00Z', wish)).toEqual(first);
    expect(await refusal(hold('nora', '2025-01-21T14:00:00Z'))).toEqual({
      code: 'conflict',
      details: { holdId: first.holdId },
    });
    expect(await refusal(hold('nora', '2025-01-21T14:00:00Z', wish))).toMatchObject({ code: 'idempotency_key_reused' });
    const both = await Promise.allSettled(['16:00', '18:00'].map((time) => hold('twice', `2025-01-21T${time}:00Z`)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    // A lapsed one gives way.
    world.clock.set('2025-01-01T09:10:00Z');
    expect((await hold('nora', '2025-01-21T14:00:00Z')).holdId).not.toBe(first.holdId);
  });

  test('lapses by the business clock: others get its slot the same instant, and the worker gives its time back', async () => {
    const due = new Date('2025-01-01T09:10:00Z');
    const { holdId } = await hold('late', '2025-01-22T10:00:00Z');
    expect(await nextDueAt(consultationsOn(world.database), due)).toEqual(due);
    resetCredits(world.credits);
    world.clock.set('2025-01-01T09:09:59Z');
    const early = world.scheduling.book(client('tom'), session('mike', '2025-01-22T10:00:00Z'));
    expect(await refusal(early)).toMatchObject({ code: 'slot_taken' });
    world.clock.set('2025-01-01T09:10:00Z');
    await world.scheduling.book(client('tom'), session('mike', '2025-01-22T10:00:00Z'));
    await eventually(async () => expect(await document(holdId)).toMatchObject({ hold: { state: 'lapsed' } }));
    const found = await document(holdId);
    expect(found?.consultantCells).toBeUndefined();
    expect(found?.active).toBeUndefined();
  });

  test('is released by its client, once or twice, and never by another', async () => {
    const { holdId } = await hold('fickle', '2025-01-23T10:00:00Z');
    expect(await refusal(world.scheduling.releaseHold(client('tom'), { holdId }))).toMatchObject({ code: 'not_found' });
    await world.scheduling.releaseHold(client('fickle'), { holdId });
    await world.scheduling.releaseHold(client('fickle'), { holdId });
    // Credits that still arrive for it stay credits: nobody is booked, nobody told that anything was lost.
    resetCredits(world.credits);
    await grant('fickle', holdId);
    const { holdId: other } = await hold('witness', '2025-01-23T14:00:00Z');
    await grant('witness', other);
    resetCredits(world.credits);
    await booked(other);
    expect(world.published.filter(({ subject }) => subject === holdId)).toEqual([]);
    expect(await document(holdId)).toMatchObject({ hold: { state: 'released' } });
    await world.scheduling.book(client('tom'), session('mike', '2025-01-23T10:00:00Z'));
  });

  test('refuses what a booking refuses', async () => {
    expect(await refusal(hold('x', '2025-01-24T22:00:00Z'))).toMatchObject({ code: 'outside_availability' });
    expect(await refusal(hold('x', '2025-01-24T10:02:00Z'))).toMatchObject({ code: 'rule_refused' });
    const short = hold('x', '2025-01-24T10:00:00Z', { durationMinutes: 15 });
    expect(await refusal(short)).toMatchObject({ code: 'duration_not_allowed' });
    expect(
      await refusal(world.scheduling.holdSlot(consultant('mike'), session('mike', '2025-01-24T10:00:00Z'))),
    ).toEqual({
      code: 'forbidden',
      details: {},
    });
    const other = { ...session('mike', '2025-01-24T10:00:00Z'), clientId: 'tom' };
    expect(await refusal(world.scheduling.holdSlot(client('x'), other))).toMatchObject({ code: 'forbidden' });
  });
});

describe('credits arrive', () => {
  test('and the hold is the booking, the browser closed: the same document, its own reservation, told once', async () => {
    const { holdId } = await hold('sarah2', '2025-02-03T10:00:00Z', { title: 'Held', objectives: ['win'] });
    world.clock.set('2025-01-01T09:04:00Z');
    resetCredits(world.credits);
    await grant('sarah2', holdId);
    await grant('sarah2', holdId);
    const { consultationId } = await booked(holdId);
    // Both deliveries may have asked; it is one reservation.
    const reserved = world.credits.reserved.map(({ bookingId, revision }) => `${bookingId}:${revision}`);
    expect([...new Set(reserved)]).toEqual([`${holdId}:1`]);
    expect(world.credits.released).toEqual([]);
    const [event] = await eventsOf(world, consultationId, ['ConsultationScheduled']);
    expect(event?.data).toMatchObject({ bookingId: holdId, revision: 1, title: 'Held' });
    const shown = await world.scheduling.getConsultation(client('sarah2'), { consultationId });
    expect(shown).toMatchObject({
      status: { current: 'scheduled' },
      details: { objectives: ['win'] },
      history: [{ move: 'book', actor: 'client' }],
    });
    const found = await document(holdId);
    expect([found?.hold, found?.heldAt]).toEqual([undefined, new Date('2025-01-01T09:00:00Z')]);
    expect(await refusal(world.scheduling.releaseHold(client('sarah2'), { holdId }))).toEqual({
      code: 'already_booked',
      details: { consultationId },
    });
  });

  test('late: the lapsed hold is still what the client wanted, and is booked where its time is free', async () => {
    const { holdId } = await hold('slow', '2025-02-04T10:00:00Z');
    world.clock.set('2025-01-01T11:00:00Z');
    await eventually(async () => expect(await document(holdId)).toMatchObject({ hold: { state: 'lapsed' } }));
    resetCredits(world.credits);
    await grant('slow', holdId);
    const found = await booked(holdId);
    expect(found.consultantCells).toHaveLength(12);
    const call = world.scheduling.book(client('tom'), session('mike', '2025-02-04T10:00:00Z'));
    expect(await refusal(call)).toMatchObject({ code: 'slot_taken' });
  });

  test('too late: somebody else has the time, the client keeps the credits and is told once', async () => {
    const { holdId } = await hold('unlucky', '2025-02-05T10:00:00Z');
    world.clock.set('2025-01-01T09:11:00Z');
    resetCredits(world.credits);
    await world.scheduling.book(client('tom'), session('mike', '2025-02-05T10:00:00Z'));
    await grant('unlucky', holdId);
    const [event] = await told(holdId);
    expect(event).toMatchObject({
      type: 'scheduling.SlotHoldLapsed.v1',
      data: { clientId: 'unlucky', consultantName: 'Mike Johnson', reason: 'slot_taken' },
    });
    await grant('unlucky', holdId);
    const { holdId: witness } = await hold('witness2', '2025-02-05T14:00:00Z');
    await grant('witness2', witness);
    await booked(witness);
    expect(world.published.filter(({ subject }) => subject === holdId)).toHaveLength(1);
    expect(world.credits.released).toEqual([]);
  });

  test('and say how long a session is that nobody gave a length: no longer than what is held', async () => {
    for (const [minutes, cells] of [
      [30, 6],
      [90, 12],
    ] as const) {
      world.credits.check = NO_CREDITS;
      const wish = { ...openEnded('mike', `2025-02-2${minutes / 30}T10:00:00Z`), type: 'technical_consultation' };
      const { holdId } = await world.scheduling.holdSlot(client(`brief-${minutes}`), wish);
      resetCredits(world.credits);
      world.credits.check = { ...world.credits.check, durationMinutes: minutes };
      await grant(`brief-${minutes}`, holdId);
      const found = await booked(holdId);
      expect([found.consultantCells?.length, world.credits.reserved[0]?.durationMinutes]).toEqual([cells, cells * 5]);
    }
  });

  test('and do not cover the session: told so', async () => {
    const { holdId } = await hold('misled', '2025-02-06T10:00:00Z');
    resetCredits(world.credits);
    world.credits.refuseWith = new AppError('credits_required', { why: ['type_not_covered'], balance: 3 });
    await grant('misled', holdId);
    const [event] = await told(holdId);
    expect(event?.data).toMatchObject({ reason: 'credits_required' });
    expect(await document(holdId)).toMatchObject({ hold: { state: 'given_up' } });
  });

  test('for the hold of another: nothing happens to it', async () => {
    const { holdId } = await hold('owner', '2025-02-07T10:00:00Z');
    await grant('thief', holdId);
    await grant('owner', 'no-such-hold');
    const { holdId: witness } = await hold('witness3', '2025-02-07T14:00:00Z');
    resetCredits(world.credits);
    await grant('witness3', witness);
    await booked(witness);
    expect(await document(holdId)).toMatchObject({ hold: { state: 'open' }, version: 1 });
  });

  test('for a hold that lapsed and was held anew: the newer one is booked', async () => {
    const first = await hold('again', '2025-02-10T10:00:00Z');
    world.clock.set('2025-01-01T09:10:00Z');
    const second = await hold('again', '2025-02-10T10:00:00Z');
    resetCredits(world.credits);
    await grant('again', first.holdId);
    await booked(second.holdId);
    expect(await stored(world, { clientId: 'again', consultationId: { $exists: true } })).toHaveLength(1);
  });

  test('while a fence passes: the next revision pays for it', async () => {
    const { holdId } = await hold('fenced', '2025-02-11T10:00:00Z');
    resetCredits(world.credits);
    const states: string[] = [];
    world.credits.beforeReserve = async ({ bookingId, revision }) => {
      if (bookingId !== holdId || states.length > 0) return;
      states.push((await world.asCredits.fence(asService(), { bookingId, revision, clientId: 'fenced' })).state);
    };
    await grant('fenced', holdId);
    const { revision } = await booked(holdId);
    expect([states, revision]).toEqual([['absent'], 2]);
    expect(world.credits.released).toMatchObject([{ bookingId: holdId, revision: 1, stood: false }]);
  });
});

describe('a booking that names its hold', () => {
  test('is made of it; what else it says must be the same', async () => {
    const { holdId } = await hold('early', '2025-02-12T10:00:00Z');
    resetCredits(world.credits);
    const wish = { ...session('mike', '2025-02-12T10:00:00Z'), holdId };
    for (const changes of [{ scheduledStart: '2025-02-12T14:00:00Z' }, { title: 'Other' }, { durationMinutes: 90 }]) {
      const call = world.scheduling.book(client('early'), { ...wish, ...changes });
      expect(await refusal(call)).toEqual({ code: 'rule_refused', details: { why: 'contradicts_hold' } });
    }
    // Without its name the time is not the client's to book twice.
    const bare = world.scheduling.book(client('early'), session('mike', '2025-02-12T10:00:00Z'));
    expect(await refusal(bare)).toEqual({ code: 'conflict', details: { holdId } });
    const made = await world.scheduling.book(client('early'), wish);
    expect(await document(holdId)).toMatchObject({ consultationId: made.consultationId });
    expect((await world.scheduling.book(client('early'), wish)).consultationId).toBe(made.consultationId);
    expect(await refusal(world.scheduling.book(client('tom'), wish))).toMatchObject({ code: 'not_found' });
  });

  test('without a credit is refused, and the hold stays for the credits to come', async () => {
    const { holdId } = await hold('poor', '2025-02-13T10:00:00Z');
    resetCredits(world.credits);
    world.credits.refuseWith = new AppError('credits_required', { why: ['no_credits'], balance: 0 });
    const wish = { ...session('mike', '2025-02-13T10:00:00Z'), holdId };
    expect(await refusal(world.scheduling.book(client('poor'), wish))).toMatchObject({ code: 'credits_required' });
    expect(await document(holdId)).toMatchObject({ hold: { state: 'open' } });
  });
});
