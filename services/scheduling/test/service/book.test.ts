import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  eventsOf,
  openEnded,
  OTHER_TENANT,
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
  await addConsultant(world, 'mike');
  await addConsultant(world, 'anna', { name: 'Anna Berg', sessionTypes: ['review'] });
});
afterAll(() => world.stop());
beforeEach(() => resetCredits(world.credits));

const book = (by: string, request: Parameters<World['scheduling']['book']>[1]) =>
  world.scheduling.book(client(by), request);

describe('a booking', () => {
  test('is answered in its public shape, recorded once and published once', async () => {
    const booked = await book('sarah', session('mike', '2025-01-20T10:00:00Z', { objectives: ['More reach'] }));
    expect(booked).toMatchObject({
      consultationId: expect.stringMatching(/^CONS-100001-\d{4,}$/),
      tenantId: TENANT,
      consultant: { consultantId: 'mike', name: 'Mike Johnson' },
      client: null,
      details: {
        title: 'Instagram Marketing Strategy',
        type: 'strategy_session',
        objectives: ['More reach'],
        agenda: [],
      },
      schedule: {
        scheduledStart: '2025-01-20T10:00:00.000Z',
        scheduledEnd: '2025-01-20T11:00:00.000Z',
        duration: { scheduled: 60 },
        timezone: 'Europe/Berlin',
      },
      status: { current: 'scheduled', isActive: true },
      billing: {
        billable: true,
        usedFreeTrial: false,
        method: 'credits',
        credits: 1,
        lotId: 'lot-1',
        transactionId: 'TXN-1',
      },
      meeting: { kind: 'video' },
      version: 1,
      createdAt: '2025-01-01T09:00:00.000Z',
    });
    expect(booked.history).toMatchObject([{ move: 'book', to: 'scheduled', actor: 'client' }]);
    const [event] = await eventsOf(world, booked.consultationId, ['ConsultationScheduled']);
    const [request] = world.credits.reserved;
    expect(event).toMatchObject({
      tenantid: TENANT,
      sequence: '1',
      data: {
        bookingId: request?.bookingId,
        revision: 1,
        clientId: 'sarah',
        consultantName: 'Mike Johnson',
        credits: 1,
      },
    });
    expect(request).toMatchObject({ revision: 1, clientId: 'sarah', durationMinutes: 60, deadlineSeconds: 60 });
  });

  test('without an end lasts as long as the paying lot says, else an hour', async () => {
    world.credits.check = { ...world.credits.check, durationMinutes: 90 };
    const lot = await book('sarah', openEnded('mike', '2025-02-03T10:00:00Z'));
    expect(lot.schedule?.scheduledEnd).toBe('2025-02-03T11:30:00.000Z');
    resetCredits(world.credits);
    const hour = await book('sarah', openEnded('mike', '2025-02-03T14:00:00Z'));
    expect(hour.schedule).toMatchObject({ scheduledEnd: '2025-02-03T15:00:00.000Z', duration: { scheduled: 60 } });
  });

  test('of a quarter of an hour is right for any type on the trial, and only there', async () => {
    const quarter = { durationMinutes: 15, type: 'technical_consultation' };
    const asked = await book('trial-1', session('mike', '2025-02-04T10:00:00Z', { ...quarter, useFreeTrial: true }));
    expect(asked.billing).toMatchObject({ billable: false, usedFreeTrial: true, method: 'free_trial', credits: 0 });
    world.credits.check = { ...world.credits.check, method: 'free_trial' };
    const unasked = await book('trial-2', session('mike', '2025-02-04T10:30:00Z', quarter));
    expect(unasked.billing?.usedFreeTrial).toBe(true);
    expect(world.credits.reserved.at(-1)?.useFreeTrial).toBe(true);
    resetCredits(world.credits);
    expect(await refusal(book('rich', session('mike', '2025-02-04T11:00:00Z', quarter)))).toEqual({
      code: 'duration_not_allowed',
      details: { sessionType: 'technical_consultation', minutes: 15, minimum: 30, maximum: 90 },
    });
    world.credits.check = { payable: false, why: ['trial_used'], balance: 0 };
    expect(await refusal(book('late', session('mike', '2025-02-04T11:00:00Z', quarter)))).toEqual({
      code: 'credits_required',
      details: { why: ['trial_used'], balance: 0 },
    });
  });

  test('is made by staff for others: admins for anybody, consultants for their own sessions only', async () => {
    world.identity.users.set(`${TENANT}/carl`, { name: 'Carl Client', roles: ['client'], version: 1 });
    const request = session('mike', '2025-02-05T10:00:00Z', { clientId: 'carl' });
    const booked = await world.scheduling.book(consultant('mike'), request);
    expect(booked).toMatchObject({ clientId: 'carl', client: { clientId: 'carl', name: 'Carl Client' } });
    expect(booked.history?.[0]?.actor).toBe('consultant');
    const later = { ...request, scheduledStart: '2025-02-05T12:00:00Z' };
    expect(await refusal(world.scheduling.book(consultant('anna'), later))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(world.scheduling.book(client('dora'), later))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(world.scheduling.book(admin(), { ...later, clientId: 'nobody' }))).toMatchObject({
      code: 'not_found',
    });
    expect((await world.scheduling.book(admin(), later)).history?.[0]?.actor).toBe('admin');
  });

  test('learns a tenant’s rules from identity on demand, once', async () => {
    world.identity.policies.set(OTHER_TENANT, { ...DEFAULT_POLICIES, minimumNoticeMinutes: 60 * 24 * 30 });
    await addConsultant(world, 'otto', { tenantId: OTHER_TENANT });
    const soon = session('otto', '2025-01-20T10:00:00Z');
    const far = session('otto', '2025-02-20T10:00:00Z');
    expect(await refusal(world.scheduling.book(client('sarah', OTHER_TENANT), soon))).toEqual({
      code: 'outside_availability',
      details: { why: 'notice' },
    });
    await world.scheduling.book(client('sarah', OTHER_TENANT), far);
    expect(world.identity.asked.filter((asked) => asked === `tenant ${OTHER_TENANT}`)).toHaveLength(1);
  });
});

describe('a refusal is precise and writes nothing', () => {
  const at = '2025-03-03T10:00:00Z';
  test.each([
    ['off the grid', { scheduledStart: '2025-03-03T10:02:00Z' }, 'rule_refused', { why: 'off_grid' }],
    ['an end before the start', { scheduledEnd: '2025-03-03T09:00:00Z' }, 'rule_refused', { why: 'end_before_start' }],
    [
      'an end that contradicts the length',
      { scheduledEnd: '2025-03-03T11:30:00Z', durationMinutes: 60 },
      'rule_refused',
      { why: 'end_contradicts_duration' },
    ],
    [
      'a length the type does not have',
      { durationMinutes: 30 },
      'duration_not_allowed',
      { sessionType: 'strategy_session', minutes: 30, minimum: 60, maximum: 120 },
    ],
    ['outside the hours', { scheduledStart: '2025-03-03T19:30:00Z' }, 'outside_availability', { why: 'hours' }],
    ['the past', { scheduledStart: '2024-12-30T10:00:00Z' }, 'outside_availability', { why: 'notice' }],
    ['beyond the horizon', { scheduledStart: '2026-01-02T10:00:00Z' }, 'outside_availability', { why: 'horizon' }],
    ['an unknown consultant', { consultantId: 'nobody' }, 'not_found', { consultantId: 'nobody' }],
    ['a type that is not offered', { consultantId: 'anna' }, 'rule_refused', { why: 'session_type_not_offered' }],
    [
      'the trial with another length',
      { useFreeTrial: true },
      'duration_not_allowed',
      { minutes: 60, minimum: 15, maximum: 15 },
    ],
  ] as const)('%s', async (_what, changes, code, details) => {
    const before = (await stored(world)).length;
    const answer = await refusal(book('refused', session('mike', at, { ...changes })));
    expect(answer).toMatchObject({ code, details });
    expect(await stored(world)).toHaveLength(before);
    expect(world.credits.reserved).toEqual([]);
  });

  test('every malformed field is named at once', async () => {
    const answer = await refusal(
      book(
        'refused',
        session('', 'tomorrow', { title: '', type: 'séance', meeting: { kind: 'video', url: 'javascript:alert(1)' } }),
      ),
    );
    expect(answer.code).toBe('invalid_request');
    const errors = answer.details['errors'] as { pointer: string }[];
    expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(
      new Set(['/consultantId', '/title', '/type', '/scheduledStart', '/meeting/url']),
    );
    expect(await refusal(book('refused', session('mike', '2025-02-30T10:00:00Z')))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/scheduledStart', code: 'unknown_instant' }] },
    });
    expect(await refusal(book('refused', session('mike', at, { timezone: 'Mars/Olympus' })))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/timezone', code: 'unknown_zone' }] },
    });
  });

  test('credits’ own refusal comes through with why and balance', async () => {
    world.credits.refuseWith = new AppError('credits_required', { why: ['no_credits'], balance: 0 });
    expect(await refusal(book('poor', session('mike', at)))).toEqual({
      code: 'credits_required',
      details: { why: ['no_credits'], balance: 0 },
    });
    expect(await stored(world, { clientId: 'poor' })).toEqual([]);
  });

  test('a taken slot names the nearest free ones; the same session again names itself', async () => {
    const booked = await book('first', session('mike', at));
    expect(await refusal(book('second', session('mike', at)))).toMatchObject({
      code: 'slot_taken',
      details: {
        nearestSlots: [
          { start: '2025-03-03T09:00:00.000Z', end: '2025-03-03T10:00:00.000Z' },
          { start: '2025-03-03T11:00:00.000Z' },
          { start: '2025-03-03T08:30:00.000Z' },
          { start: '2025-03-03T11:30:00.000Z' },
          { start: '2025-03-03T08:00:00.000Z' },
        ],
      },
    });
    expect(await refusal(book('first', session('mike', at)))).toEqual({
      code: 'already_booked',
      details: { consultationId: booked.consultationId },
    });
  });

  test('what the consultant keeps free around a session counts against those before and after it, before anything is reserved', async () => {
    await addConsultant(world, 'breather');
    await book('early', session('breather', '2025-03-05T09:00:00Z'));
    await book('late', session('breather', '2025-03-05T14:00:00Z'));
    const { weekly } = await world.scheduling.getAvailability(admin(), { consultantId: 'breather' });
    const availability = { timezone: 'UTC', weekly, bufferBeforeMinutes: 45, bufferAfterMinutes: 90 };
    await world.scheduling.putAvailability(admin(), { consultantId: 'breather', version: 2, availability });
    const reserved = world.credits.reserved.length;
    for (const tooNear of ['2025-03-05T10:30:00Z', '2025-03-05T12:00:00Z'])
      expect(await refusal(book('between', session('breather', tooNear)))).toMatchObject({ code: 'slot_taken' });
    expect(world.credits.reserved).toHaveLength(reserved);
    await book('between', session('breather', '2025-03-05T11:00:00Z'));
  });

  test('a client is never in two places at once', async () => {
    await book('twice', session('mike', '2025-03-04T10:00:00Z'));
    const other = session('anna', '2025-03-04T10:30:00Z', { type: 'review' });
    expect(await refusal(book('twice', other))).toMatchObject({ code: 'slot_taken', details: { why: 'client_busy' } });
    await book('twice', { ...other, scheduledStart: '2025-03-04T11:00:00Z' });
  });
});
