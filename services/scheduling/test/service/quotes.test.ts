import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  asService,
  client,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

const POLICIES = {
  ...DEFAULT_POLICIES,
  version: 7,
  cancellationCutoffHours: 24,
  maximumReschedules: 2,
  lateCancelEarningPercent: 40,
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.identity.policies.set(TENANT, POLICIES);
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const sarah = client('sarah');
const mike = { ...asService(), userId: 'mike', roles: ['consultant' as const] };
const payable = (changes: Partial<typeof world.credits.check> = {}) =>
  Object.assign(world.credits, { check: { ...world.credits.check, ...changes } });
const changed = (reason: string) => ({ code: 'quote_changed', details: { reason } });

describe('a quote of a booking', () => {
  test('names the lot, the cost, what is left, the length and all offers; nothing is reserved or kept', async () => {
    const offers = [
      { lotId: 'lot-1', packageName: 'Growth', credits: 1, remainingAfter: 0, expiryDate: '2025-02-01T00:00:00.000Z' },
      { lotId: 'lot-2', packageName: 'Pack', credits: 1, remainingAfter: 4, expiryDate: '2025-03-01T00:00:00.000Z' },
    ];
    payable({ offers });
    const before = await stored(world);
    const quote = await world.scheduling.quoteBooking(sarah, session('mike', '2025-01-20T10:00:00Z'));
    expect(quote).toMatchObject({
      method: 'credits',
      lotId: 'lot-1',
      credits: 1,
      availableAfter: 2,
      durationMinutes: 60,
      scheduledEnd: '2025-01-20T11:00:00.000Z',
      slotFree: true,
      rule: 'burn_down',
      policyVersion: 7,
      offers,
    });
    expect(world.credits.reserved).toEqual([]);
    expect(await stored(world)).toEqual(before);
    const booked = await world.scheduling.book(sarah, {
      ...session('mike', '2025-01-20T10:00:00Z'),
      quoteId: quote.quoteId,
    });
    expect(booked.status?.current).toBe('scheduled');
  });

  test('is held to: another lot, cost, time or person is another outcome', async () => {
    const wish = session('mike', '2025-01-21T10:00:00Z');
    const { quoteId } = await world.scheduling.quoteBooking(sarah, wish);
    const book = (changes = {}) => world.scheduling.book(sarah, { ...wish, quoteId, ...changes });
    payable({ lotId: 'lot-2' });
    expect(await refusal(book())).toEqual(changed('outcome'));
    payable({ lotId: 'lot-1', credits: 2 });
    expect(await refusal(book())).toEqual(changed('outcome'));
    payable({ credits: 1 });
    expect(await refusal(book({ durationMinutes: 90 }))).toEqual(changed('outcome'));
    expect(await refusal(book({ scheduledStart: '2025-01-22T10:00:00Z' }))).toEqual(changed('outcome'));
    expect(await refusal(world.scheduling.book(client('tom'), { ...wish, quoteId }))).toEqual(changed('outcome'));
    expect(await refusal(book({ quoteId: 'made-up' }))).toEqual(changed('outcome'));
    expect(world.credits.reserved).toEqual([]);
    await book();
  });

  test('is held to by a retry too, though its own first arrival has set the last credit aside', async () => {
    const wish = { ...session('mike', '2025-01-25T10:00:00Z'), requestId: 'last-credit' };
    const { quoteId } = await world.scheduling.quoteBooking(sarah, wish);
    const book = () => world.scheduling.book(sarah, { ...wish, quoteId });
    world.credits.refuseWith = new AppError('dependency_unavailable', { dependency: 'credits' });
    expect(await refusal(book())).toMatchObject({ code: 'dependency_unavailable' });
    world.credits.refuseWith = undefined;
    payable({ payable: false, why: ['no_credits'], balance: 0 });
    expect((await book()).status?.current).toBe('scheduled');
  });

  test('of a slot that the client holds is made with the hold', async () => {
    const wish = session('mike', '2025-01-26T10:00:00Z');
    const { holdId } = await world.scheduling.holdSlot(sarah, wish);
    expect(await refusal(world.scheduling.quoteBooking(sarah, wish))).toMatchObject({
      code: 'conflict',
      details: { holdId },
    });
    const { quoteId, slotFree } = await world.scheduling.quoteBooking(sarah, { ...wish, holdId });
    expect(slotFree).toBe(true);
    expect(await refusal(world.scheduling.quoteBooking(client('tom'), { ...wish, holdId }))).toMatchObject({
      code: 'not_found',
    });
    const { consultationId } = await world.scheduling.book(sarah, { ...wish, holdId, quoteId });
    expect(await refusal(world.scheduling.quoteBooking(sarah, { ...wish, holdId }))).toEqual({
      code: 'already_booked',
      details: { consultationId },
    });
  });

  test('says that the slot is taken instead of refusing; other refusals are those of the booking', async () => {
    await world.scheduling.book(client('tom'), session('mike', '2025-01-23T10:00:00Z'));
    const quote = (start: string) => world.scheduling.quoteBooking(sarah, session('mike', start));
    expect(await quote('2025-01-23T10:30:00Z')).toMatchObject({ slotFree: false, credits: 1 });
    expect(await refusal(quote('2025-01-23T22:00:00Z'))).toMatchObject({ code: 'outside_availability' });
    await world.scheduling.book(sarah, session('mike', '2025-01-23T14:00:00Z'));
    expect(await refusal(quote('2025-01-23T14:00:00Z'))).toMatchObject({ code: 'already_booked' });
    payable({ payable: false, why: ['no_credits'], balance: 0 });
    expect(await refusal(quote('2025-01-23T16:00:00Z'))).toEqual({
      code: 'credits_required',
      details: { why: ['no_credits'], balance: 0 },
    });
  });
});

describe('a quote of a cancellation', () => {
  test('says what comes back and until when, by the accepted terms, and what the consultant earns after that', async () => {
    const { consultationId } = await world.scheduling.book(sarah, session('mike', '2025-02-03T10:00:00Z'));
    const quote = () => world.scheduling.quoteCancellation(sarah, { consultationId });
    const early = await quote();
    expect(early).toMatchObject({
      creditEffect: 'return',
      credits: 1,
      cutoffAt: '2025-02-02T10:00:00.000Z',
      cutoffPassed: false,
      earningPercent: 0,
      rule: 'client_before_cutoff',
      policyVersion: 7,
    });
    world.clock.set('2025-02-02T10:00:00Z');
    expect(await quote()).toMatchObject({
      creditEffect: 'use',
      cutoffPassed: true,
      earningPercent: 40,
      rule: 'client_after_cutoff',
    });
    expect(await world.scheduling.quoteCancellation(mike, { consultationId })).toMatchObject({
      creditEffect: 'return',
      earningPercent: 0,
      rule: 'staff',
    });
    // What was promised before the cut-off is no longer so.
    const cancel = (quoteId: string) => world.scheduling.cancel(sarah, { consultationId, reason: '', quoteId });
    expect(await refusal(cancel(early.quoteId))).toEqual(changed('outcome'));
    expect((await stored(world, { consultationId }))[0]?.status.current).toBe('scheduled');
    const { quoteId } = await quote();
    expect((await cancel(quoteId)).status?.current).toBe('cancelled');
    expect(world.credits.released).toMatchObject([{ forfeit: true }]);
    expect(await refusal(quote())).toMatchObject({ code: 'invalid_transition' });
  });
});

describe('a quote of a reschedule', () => {
  test('says the difference, what is left of the reschedules, and is held to', async () => {
    const { consultationId } = await world.scheduling.book(sarah, session('mike', '2025-02-10T10:00:00Z'));
    const wish = {
      consultationId,
      scheduledStart: '2025-02-11T10:00:00Z',
      scheduledEnd: '2025-02-11T12:00:00Z',
    };
    payable({ credits: 2, availableAfter: 1 });
    const quote = await world.scheduling.quoteReschedule(sarah, wish);
    expect(quote).toMatchObject({
      credits: 2,
      creditsDifference: 1,
      availableAfter: 1,
      reschedulesLeft: 1,
      cutoffAt: '2025-02-09T10:00:00.000Z',
      cutoffPassed: false,
      rule: 'client_before_cutoff',
      policyVersion: 7,
    });
    // Those of staff do not count.
    expect(await world.scheduling.quoteReschedule(mike, wish)).toMatchObject({ reschedulesLeft: 2, rule: 'staff' });
    const { quoteId } = quote;
    payable({ credits: 3 });
    expect(await refusal(world.scheduling.reschedule(sarah, { ...wish, quoteId }))).toEqual(changed('outcome'));
    payable({ credits: 2 });
    const elsewhen = { ...wish, scheduledStart: '2025-02-11T10:30:00Z', quoteId };
    expect(await refusal(world.scheduling.reschedule(sarah, elsewhen))).toEqual(changed('outcome'));
    expect((await world.scheduling.reschedule(sarah, { ...wish, quoteId })).version).toBe(2);
    expect(await refusal(world.scheduling.reschedule(sarah, { ...wish, quoteId }))).toMatchObject({
      code: 'rule_refused',
    });
  });

  test('refuses as the command would', async () => {
    const { consultationId } = await world.scheduling.book(sarah, session('mike', '2025-02-12T10:00:00Z'));
    await world.scheduling.book(client('tom'), session('mike', '2025-02-12T14:00:00Z'));
    const times = { scheduledStart: '2025-02-12T14:00:00Z', scheduledEnd: '2025-02-12T15:00:00Z' };
    const quote = (caller = sarah) => world.scheduling.quoteReschedule(caller, { consultationId, ...times });
    expect(await refusal(quote())).toMatchObject({ code: 'slot_taken' });
    expect(await refusal(quote(client('tom')))).toMatchObject({ code: 'not_found' });
    world.clock.set('2025-02-11T10:00:00Z');
    expect(await refusal(quote())).toMatchObject({ code: 'invalid_transition', details: { why: 'cutoff_passed' } });
  });
});
