import { AppError } from '@consult/runtime/errors';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import { tenantChanged } from '../support/events.ts';
import {
  addConsultant,
  admin,
  asService,
  client,
  eventsOf,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const policies = { ...DEFAULT_POLICIES, cancellationCutoffHours: 24, maximumReschedules: 2 };
  world.identity.policies.set(TENANT, policies);
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const hour = (start: string) => ({
  scheduledStart: start,
  scheduledEnd: new Date(Date.parse(start) + 3_600_000).toISOString(),
});
const mike = { ...asService(), userId: 'mike', roles: ['consultant' as const] };
const book = (who: string, start: string) => world.scheduling.book(client(who), session('mike', start));
const document = async (consultationId: string) => {
  const [found] = await stored(world, { consultationId });
  if (found === undefined) throw new Error(`no ${consultationId}`);
  return found;
};

describe('a reschedule', () => {
  test('moves the same session: next revision, its time given up and taken, event with both times', async () => {
    const { consultationId } = await book('sarah', '2025-01-20T10:00:00Z');
    world.credits.costOf = () => 2;
    const moved = await world.scheduling.reschedule(client('sarah'), {
      consultationId,
      scheduledStart: '2025-01-21T12:00:00Z',
      scheduledEnd: '2025-01-21T13:30:00Z',
      reason: 'a wedding',
    });
    expect(moved).toMatchObject({
      consultationId,
      status: { current: 'scheduled' },
      schedule: { scheduledStart: '2025-01-21T12:00:00.000Z', duration: { scheduled: 90 } },
      billing: { credits: 2 },
      version: 2,
    });
    expect(moved.history?.at(-1)).toMatchObject({
      move: 'reschedule',
      actor: 'client',
      reason: 'a wedding',
      previousStart: '2025-01-20T10:00:00.000Z',
      previousEnd: '2025-01-20T11:00:00.000Z',
    });
    expect(world.credits.reserved.map(({ revision, predecessorRevision }) => [revision, predecessorRevision])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    const [, event] = await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationRescheduled']);
    expect(event?.data).toMatchObject({
      revision: 2,
      credits: 2,
      by: 'client',
      reason: 'a wedding',
      scheduledStart: '2025-01-21T12:00:00.000Z',
      previous: { revision: 1, scheduledStart: '2025-01-20T10:00:00.000Z', scheduledEnd: '2025-01-20T11:00:00.000Z' },
    });
    // The former time is somebody else's now, the new one is not.
    await book('tom', '2025-01-20T10:00:00Z');
    expect(await refusal(book('tom', '2025-01-21T12:30:00Z'))).toMatchObject({ code: 'slot_taken' });
  });

  test('may overlap the time it had', async () => {
    const { consultationId } = await book('sarah', '2025-01-22T10:00:00Z');
    const moved = await world.scheduling.reschedule(client('sarah'), {
      consultationId,
      ...hour('2025-01-22T10:30:00Z'),
    });
    expect(moved.schedule?.scheduledStart).toBe('2025-01-22T10:30:00.000Z');
  });

  test('onto a taken time is refused with the nearest free ones, before anything is reserved', async () => {
    const { consultationId } = await book('sarah', '2025-01-23T10:00:00Z');
    await book('tom', '2025-01-23T14:00:00Z');
    world.credits.reserved.length = 0;
    const call = world.scheduling.reschedule(client('sarah'), { consultationId, ...hour('2025-01-23T14:30:00Z') });
    const { code, details } = await refusal(call);
    expect(code).toBe('slot_taken');
    // What it has itself could be had: only another session is in the way there.
    expect(details['nearestSlots']).toContainEqual(expect.objectContaining({ start: '2025-01-23T15:00:00.000Z' }));
    expect(world.credits.reserved).toEqual([]);
    expect(await document(consultationId)).toMatchObject({ version: 1, revision: 1 });
  });

  test('that loses its time after it has reserved gives that revision back, first on the document; the next one is above it', async () => {
    const { consultationId } = await book('sarah', '2025-01-24T10:00:00Z');
    const { _id } = await document(consultationId);
    world.credits.beforeReserve = async ({ bookingId, revision }) => {
      if (bookingId === _id && revision === 2) await book('quick', '2025-01-24T14:00:00Z');
    };
    const wish = { consultationId, ...hour('2025-01-24T14:00:00Z') };
    expect(await refusal(world.scheduling.reschedule(client('sarah'), wish))).toMatchObject({ code: 'slot_taken' });
    expect(world.credits.released).toMatchObject([{ bookingId: _id, revision: 2, stood: false, forfeit: false }]);
    expect(await document(consultationId)).toMatchObject({ revision: 1, fencedRevision: 2, version: 2 });
    const later = { consultationId, ...hour('2025-01-24T16:00:00Z') };
    await world.scheduling.reschedule(client('sarah'), later);
    expect(await document(consultationId)).toMatchObject({ revision: 3 });
    expect(world.credits.reserved.at(-1)).toMatchObject({ revision: 3, predecessorRevision: 1 });
  });

  test('whose revision a fence has closed goes on under the next one', async () => {
    const { consultationId } = await book('sarah', '2025-01-25T10:00:00Z');
    const { _id } = await document(consultationId);
    const states: string[] = [];
    world.credits.beforeReserve = async ({ bookingId, revision }) => {
      if (revision !== 2 || states.length > 0) return;
      // Credits has asked while the reserve was on its way.
      states.push((await world.asCredits.fence(asService(), { bookingId, revision, clientId: 'sarah' })).state);
    };
    await world.scheduling.reschedule(client('sarah'), { consultationId, ...hour('2025-01-25T14:00:00Z') });
    expect(states).toEqual(['absent']);
    expect(await document(consultationId)).toMatchObject({ revision: 3, fencedRevision: 2 });
    expect(world.credits.released).toMatchObject([{ bookingId: _id, revision: 2, stood: false }]);
    const fence = (revision: number) =>
      world.asCredits.fence(asService(), { bookingId: _id, revision, clientId: 'sarah' });
    expect(await fence(2)).toEqual({ state: 'standing', revision: 3 });
    expect(await fence(4)).toEqual({ state: 'absent', revision: 3 });
  });

  test('sent twice under one key is one move with one answer, also at once', async () => {
    const { consultationId } = await book('sarah', '2025-01-26T10:00:00Z');
    const wish = { consultationId, ...hour('2025-01-26T14:00:00Z'), requestId: 'move-1' };
    const send = () => world.scheduling.reschedule(client('sarah'), wish);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(answers.map(({ schedule }) => schedule?.scheduledStart)).toEqual(
      Array.from({ length: 4 }, () => '2025-01-26T14:00:00.000Z'),
    );
    const found = await document(consultationId);
    expect(found.history.filter(({ move }) => move === 'reschedule')).toHaveLength(1);
    // The reservation they share is in use: none of them has given it back.
    expect(world.credits.released.filter(({ revision }) => revision === found.revision)).toEqual([]);
    await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationRescheduled']);
  });

  test('is refused where no credit can pay the difference; the session stays where it was', async () => {
    const { consultationId } = await book('sarah', '2025-01-27T10:00:00Z');
    world.credits.refuseWith = new AppError('credits_required', { why: ['not_enough_in_one_lot'], balance: 0 });
    const longer = { consultationId, scheduledStart: '2025-01-27T14:00:00Z', scheduledEnd: '2025-01-27T16:00:00Z' };
    expect(await refusal(world.scheduling.reschedule(client('sarah'), longer))).toEqual({
      code: 'credits_required',
      details: { why: ['not_enough_in_one_lot'], balance: 0 },
    });
    expect(await document(consultationId)).toMatchObject({ version: 1, revision: 1 });
  });
});

describe('the accepted terms', () => {
  test('hold for a client, and stay as they were accepted; staff move until the session is in progress', async () => {
    const { consultationId } = await book('sarah', '2025-02-03T10:00:00Z');
    await world.publish(tenantChanged(world, 2, { cancellationCutoffHours: 0, maximumReschedules: 9 }));
    await eventually(async () => {
      const [tenant] = await world.database.collection('tenants').find().toArray();
      expect(tenant?.['version']).toBe(2);
    });
    const to = (day: number) => ({ consultationId, ...hour(`2025-02-0${day}T10:00:00Z`) });
    await world.scheduling.reschedule(mike, to(4));
    await world.scheduling.reschedule(client('sarah'), to(5));
    await world.scheduling.reschedule(client('sarah'), to(6));
    expect(await refusal(world.scheduling.reschedule(client('sarah'), to(7)))).toMatchObject({
      code: 'invalid_transition',
      details: { from: 'scheduled', allowed: ['cancel'], why: 'no_reschedules_left' },
    });
    await world.scheduling.reschedule(admin(), to(7));
    world.clock.set('2025-02-06T10:00:00Z');
    expect(await refusal(world.scheduling.reschedule(client('sarah'), to(8)))).toMatchObject({
      details: { why: 'cutoff_passed' },
    });
    await world.scheduling.reschedule(mike, to(8));
    world.clock.set('2025-02-08T10:00:00Z');
    await world.scheduling.start(mike, { consultationId });
    expect(await refusal(world.scheduling.reschedule(mike, to(9)))).toMatchObject({ code: 'invalid_transition' });
  });

  test.each([
    ['off the grid', '2025-01-28T10:02:00Z', '2025-01-28T11:02:00Z', 'rule_refused', { why: 'off_grid' }],
    [
      'an end before the start',
      '2025-01-28T10:00:00Z',
      '2025-01-28T09:00:00Z',
      'rule_refused',
      { why: 'end_before_start' },
    ],
    ['the time it has', '2025-01-29T10:00:00Z', '2025-01-29T11:00:00Z', 'rule_refused', { why: 'same_time' }],
    ['too short for its type', '2025-01-28T10:00:00Z', '2025-01-28T10:15:00Z', 'duration_not_allowed', { minimum: 60 }],
    ['at night', '2025-01-28T22:00:00Z', '2025-01-28T23:00:00Z', 'outside_availability', { why: 'hours' }],
    ['into the past', '2024-12-30T10:00:00Z', '2024-12-30T11:00:00Z', 'outside_availability', { why: 'notice' }],
  ])('bad input: %s', async (_, scheduledStart, scheduledEnd, code, details) => {
    const [known] = await stored(world, { clientId: 'steady' });
    const { consultationId } = known ?? (await book('steady', '2025-01-29T10:00:00Z'));
    const call = world.scheduling.reschedule(client('steady'), { consultationId, scheduledStart, scheduledEnd });
    expect(await refusal(call)).toMatchObject({ code, details });
    expect(await document(consultationId)).toMatchObject({ version: 1 });
  });

  test('other people’s sessions are not there to be moved', async () => {
    const { consultationId } = await book('sarah', '2025-01-30T10:00:00Z');
    const call = world.scheduling.reschedule(client('tom'), { consultationId, ...hour('2025-01-30T14:00:00Z') });
    expect(await refusal(call)).toMatchObject({ code: 'not_found' });
  });

  test('what the trial pays stays as short as the trial is, and on it; what credits pay never begins to be on it', async () => {
    world.credits.method = 'free_trial';
    const trial = { scheduledEnd: '2025-02-17T10:15:00Z', useFreeTrial: true };
    const wish = session('mike', '2025-02-17T10:00:00Z', trial);
    const { consultationId } = await world.scheduling.book(client('newcomer'), wish);
    const moved = await world.scheduling.reschedule(client('newcomer'), {
      consultationId,
      scheduledStart: '2025-02-18T10:00:00Z',
      scheduledEnd: '2025-02-18T10:15:00Z',
    });
    expect(moved.billing).toMatchObject({ usedFreeTrial: true, credits: 0 });
    world.credits.method = 'credits';
    const paid = await book('sarah', '2025-02-17T14:00:00Z');
    await world.scheduling.reschedule(client('sarah'), {
      consultationId: paid.consultationId,
      ...hour('2025-02-17T16:00:00Z'),
    });
    expect(world.credits.reserved.map(({ useFreeTrial }) => useFreeTrial)).toEqual([true, undefined, undefined, false]);
  });

  test('where clients may meet two at once by now, a session that is moved keeps its client’s time no more', async () => {
    const { consultationId } = await book('sarah', '2025-02-19T10:00:00Z');
    expect((await document(consultationId)).clientCells).toHaveLength(12);
    await world.publish(tenantChanged(world, 3, { clientMayOverlap: true }));
    await eventually(async () => {
      const [tenant] = await world.database.collection('tenants').find().toArray();
      expect(tenant?.['version']).toBe(3);
    });
    await world.scheduling.reschedule(client('sarah'), { consultationId, ...hour('2025-02-19T14:00:00Z') });
    const after = await document(consultationId);
    expect(after.clientCells).toBeUndefined();
    expect(after.consultantCells).toHaveLength(12);
    expect(await world.findings()).toEqual([]);
  });
});
