import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  eventsOf,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

const sarah = client('sarah');
const mike = consultant('mike');
let world: World;
let day = 0;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  await addConsultant(world, 'anna', { name: 'Anna Berg' });
  world.identity.users.set(`${TENANT}/sarah`, { name: 'Sarah', roles: ['client'], version: 1 });
  world.identity.policies.set(OTHER_TENANT, {
    ...DEFAULT_POLICIES,
    confirmationRequired: true,
    cancellationCutoffHours: 24,
  });
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

/** A fresh session on a day of its own, 10:00–11:00; `at` sets the clock to a time of that day. */
async function booked(by: Caller = sarah, consultantId = 'mike') {
  day += 1;
  const date = new Date(Date.UTC(2025, 1, day)).toISOString().slice(0, 10);
  const made = await world.scheduling.book(by, session(consultantId, `${date}T10:00:00Z`));
  const { consultationId } = made;
  return { consultationId, at: (time: string) => world.clock.set(`${date}T${time}:00Z`), date };
}
const show = (consultationId: string, by: Caller = sarah) => world.scheduling.getConsultation(by, { consultationId });

describe('the life of a session', () => {
  test('confirmed, started, completed: each move recorded, published, and shown', async () => {
    const { consultationId, at, date } = await booked();
    await world.scheduling.confirm(mike, { consultationId, reason: 'looking forward' });
    at('10:05');
    const started = await world.scheduling.start(mike, { consultationId });
    expect(started).toMatchObject({ status: { current: 'in_progress' }, client: { clientId: 'sarah', name: 'Sarah' } });
    at('11:10');
    await world.scheduling.complete(mike, {
      consultationId,
      summary: 'Calendar made',
      overallStatus: 'successful',
      metrics: { goalsAchieved: 3, issuesResolved: 2 },
      nextSteps: ['Post daily'],
      deliverables: [{ title: 'Calendar', fileUrl: 'https://files.example/calendar.xlsx' }],
    });
    const seen = await show(consultationId);
    expect(seen).toMatchObject({
      client: null,
      status: { current: 'completed', isActive: true, autoClosed: false },
      schedule: {
        actualStart: `${date}T10:05:00.000Z`,
        actualEnd: `${date}T11:10:00.000Z`,
        duration: { scheduled: 60, actual: 65 },
      },
      outcomes: {
        summary: 'Calendar made',
        overallStatus: 'successful',
        metrics: { goalsAchieved: 3, issuesResolved: 2 },
      },
      deliverables: [{ title: 'Calendar', fileUrl: 'https://files.example/calendar.xlsx', status: 'delivered' }],
      version: 4,
    });
    expect(seen.history?.map(({ move, from, to, actor, reason }) => [move, from, to, actor, reason])).toEqual([
      ['book', '', 'scheduled', 'client', ''],
      ['confirm', 'scheduled', 'confirmed', 'consultant', 'looking forward'],
      ['start', 'confirmed', 'in_progress', 'consultant', ''],
      ['complete', 'in_progress', 'completed', 'consultant', ''],
    ]);
    const events = await eventsOf(world, consultationId, [
      'ConsultationScheduled',
      'ConsultationConfirmed',
      'ConsultationStarted',
      'ConsultationCompleted',
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(['1', '2', '3', '4']);
    expect(events.at(-1)).toMatchObject({ time: `${date}T11:10:00.000Z`, data: { autoClosed: false, credits: 1 } });
    expect(world.credits.released).toEqual([]);
  });

  test('starting unconfirmed records the implied confirmation', async () => {
    const { consultationId, at } = await booked();
    at('09:45');
    const { history } = await world.scheduling.start(mike, { consultationId });
    expect(history?.slice(1).map(({ move, from, to }) => [move, from, to])).toEqual([
      ['confirm', 'scheduled', 'confirmed'],
      ['start', 'confirmed', 'in_progress'],
    ]);
    await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationStarted']);
  });

  test.each([
    ['client', sarah, 'return', false],
    ['consultant', mike, 'return', false],
    ['admin', admin(), 'return', false],
  ] as const)(
    'cancelled by the %s: the time is free again, the credit back at once',
    async (actor, by, effect, forfeit) => {
      const { consultationId, date } = await booked();
      const cancelled = await world.scheduling.cancel(by, { consultationId, reason: 'ill' });
      expect(cancelled.status).toMatchObject({ current: 'cancelled', isActive: false, reason: 'ill' });
      expect(world.credits.released).toMatchObject([
        { revision: 1, clientId: 'sarah', reason: `${actor}_cancelled`, forfeit },
      ]);
      const [, event] = await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationCancelled']);
      expect(event?.data).toMatchObject({ by: actor, reason: 'ill', creditEffect: effect });
      // The same two people, and others, may have that hour now.
      await world.scheduling.book(sarah, session('mike', `${date}T10:00:00Z`));
    },
  );

  test('a client who cancels after the cut-off of the accepted terms forfeits the credit', async () => {
    await addConsultant(world, 'otto', { tenantId: OTHER_TENANT });
    const late = client('sarah', OTHER_TENANT);
    const { consultationId, at } = await booked(late, 'otto');
    at('09:00');
    await world.scheduling.cancel(late, { consultationId });
    expect(world.credits.released).toMatchObject([{ forfeit: true, reason: 'client_cancelled' }]);
    const [, event] = await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationCancelled']);
    expect(event?.data).toMatchObject({ creditEffect: 'use' });
  });

  test('declined: cancelled with the reason, and the credit back', async () => {
    const { consultationId } = await booked();
    const declined = await world.scheduling.decline(mike, { consultationId, reason: 'on holiday' });
    expect(declined.status).toMatchObject({ current: 'cancelled', reason: 'on holiday' });
    expect(world.credits.released).toMatchObject([{ reason: 'declined', forfeit: false }]);
    await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationCancelled']);
  });

  test.each([
    ['client', 'use', 0],
    ['consultant', 'return', 1],
  ] as const)('a no-show of the %s: %s', async (who, creditEffect, releases) => {
    const { consultationId, at } = await booked();
    at('10:09');
    expect(await refusal(world.scheduling.markNoShow(mike, { consultationId, who }))).toMatchObject({
      code: 'invalid_transition',
    });
    at('10:10');
    const marked = await world.scheduling.markNoShow(mike, { consultationId, who, reason: 'nobody came' });
    expect(marked.status).toMatchObject({ current: 'no_show', isActive: false, noShowBy: who, reason: 'nobody came' });
    expect(world.credits.released).toHaveLength(releases);
    const [, event] = await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationNoShow']);
    expect(event?.data).toMatchObject({ who, creditEffect, by: 'consultant' });
  });
});

describe('who may do what, when', () => {
  test('a refused move names the state and what is possible, and changes nothing', async () => {
    const { consultationId, at } = await booked();
    at('09:44');
    expect(await refusal(world.scheduling.start(mike, { consultationId }))).toEqual({
      code: 'invalid_transition',
      details: { consultationId, from: 'scheduled', allowed: ['confirm', 'decline', 'cancel', 'reschedule'] },
    });
    at('10:00');
    expect(await refusal(world.scheduling.cancel(sarah, { consultationId }))).toEqual({
      code: 'invalid_transition',
      details: { consultationId, from: 'scheduled', allowed: [] },
    });
    expect(await refusal(world.scheduling.confirm(sarah, { consultationId }))).toMatchObject({ code: 'forbidden' });
    expect((await show(consultationId)).version).toBe(1);
    expect(world.credits.released).toEqual([]);
  });

  test.each([
    ['another client', client('tom')],
    ['another consultant', consultant('anna')],
    ['an admin of another tenant', admin(OTHER_TENANT)],
    ['the same user id in another tenant', client('sarah', OTHER_TENANT)],
    ['somebody without a role', { ...sarah, roles: [] }],
  ] as const)('for %s it does not exist', async (_who, by) => {
    const { consultationId } = await booked();
    const stranger = { ...by, roles: [...by.roles] };
    for (const call of [
      world.scheduling.getConsultation(stranger, { consultationId }),
      world.scheduling.cancel(stranger, { consultationId }),
      world.scheduling.start(stranger, { consultationId }),
      world.scheduling.giveClientFeedback(stranger, { consultationId, rating: 1 }),
    ])
      expect(await refusal(call)).toMatchObject({ code: 'not_found', details: { consultationId } });
    expect((await show(consultationId)).version).toBe(1);
  });

  test('a move again under its request id answers the same consultation; under another it is refused', async () => {
    const { consultationId, at } = await booked();
    at('10:00');
    const first = await world.scheduling.start(mike, { consultationId, requestId: 'start-1' });
    expect(await world.scheduling.start(mike, { consultationId, requestId: 'start-1' })).toEqual(first);
    expect(await refusal(world.scheduling.start(mike, { consultationId, requestId: 'start-2' }))).toMatchObject({
      code: 'invalid_transition',
      details: { from: 'in_progress', allowed: ['complete'] },
    });
    const complete = { consultationId, summary: 'Done', overallStatus: 'successful', requestId: 'complete-1' };
    const done = await Promise.all([1, 2, 3].map(() => world.scheduling.complete(mike, complete)));
    expect(new Set(done.map(({ version }) => version))).toEqual(new Set([first.version + 1]));
    await eventsOf(world, consultationId, ['ConsultationScheduled', 'ConsultationStarted', 'ConsultationCompleted']);
  });

  test('completion names every malformed field at once and takes only http(s) links', async () => {
    const { consultationId, at } = await booked();
    at('10:00');
    await world.scheduling.start(mike, { consultationId });
    const bad = world.scheduling.complete(mike, {
      consultationId,
      summary: '',
      overallStatus: 'fine',
      deliverables: [{ title: '', fileUrl: 'ftp://files.example/x' }],
    });
    const { code, details } = await refusal(bad);
    const pointers = (details['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(code).toBe('invalid_request');
    expect(new Set(pointers)).toEqual(
      new Set(['/summary', '/overallStatus', '/deliverables/0/title', '/deliverables/0/fileUrl']),
    );
    expect((await show(consultationId)).status?.current).toBe('in_progress');
  });
});

describe('feedback and figures', () => {
  const profile = async () => (await world.scheduling.getConsultant(sarah, { consultantId: 'anna' })).rating;
  const figures = async () => {
    const [found] = await world.database
      .collection('consultants')
      .find({ tenantId: TENANT, _id: { $eq: 'anna' as never } })
      .toArray();
    return found?.['figures'] as Record<string, number>;
  };
  const anna = consultant('anna');

  test('sessions, minutes and ratings count once; a changed rating replaces the first', async () => {
    const first = await completed();
    const second = await completed();
    await eventually(async () =>
      expect(await figures()).toEqual({ completed: 2, minutes: 130, ratings: 0, ratingSum: 0, onTime: 2 }),
    );
    await world.scheduling.giveClientFeedback(sarah, { consultationId: first, rating: 2, comments: 'so so' });
    await world.scheduling.giveClientFeedback(sarah, { consultationId: second, rating: 5 });
    await eventually(async () => expect(await profile()).toEqual({ average: 3.5, count: 2 }));
    const changed = await world.scheduling.giveClientFeedback(sarah, { consultationId: first, rating: 4 });
    const repeated = await world.scheduling.giveClientFeedback(sarah, { consultationId: first, rating: 4 });
    expect(repeated).toEqual(changed);
    await eventually(async () => expect(await profile()).toEqual({ average: 4.5, count: 2 }));
    expect(await figures()).toEqual({ completed: 2, minutes: 130, ratings: 2, ratingSum: 9, onTime: 2 });
    expect(await stored(world, { countPending: true })).toEqual([]);
    const events = await eventsOf(world, first, [
      'ConsultationScheduled',
      'ConsultationStarted',
      'ConsultationCompleted',
      'FeedbackSubmitted',
      'FeedbackSubmitted',
    ]);
    expect(events.at(-1)?.data).toMatchObject({ by: 'client', rating: 4, consultantId: 'anna' });
  });

  test('the consultant’s notes are theirs: seen by staff, never by the client, not in the event', async () => {
    const consultationId = await completed();
    const given = { consultationId, clientEngagement: 'highly_engaged', notes: 'a difficult character' };
    const theirs = await world.scheduling.giveConsultantFeedback(anna, given);
    expect(theirs.feedback?.consultant).toMatchObject({ clientEngagement: 'highly_engaged', notes: given.notes });
    expect((await show(consultationId, admin())).feedback?.consultant?.notes).toBe(given.notes);
    const clients = await show(consultationId);
    expect(clients.feedback).toEqual({ client: null, consultant: null });
    expect(JSON.stringify(clients)).not.toContain(given.notes);
    const { consultations } = await world.scheduling.listConsultations(sarah, {});
    expect(JSON.stringify(consultations)).not.toContain(given.notes);
    await eventually(() => {
      const told = world.published.filter(
        ({ subject, type }) => subject === consultationId && type.includes('Feedback'),
      );
      expect(told).toHaveLength(1);
      expect(JSON.stringify(told)).not.toContain(given.notes);
    });
  });

  test('is given after completion, by the right person, within 14 days', async () => {
    const { consultationId, at } = await booked();
    expect(await refusal(world.scheduling.giveClientFeedback(sarah, { consultationId, rating: 5 }))).toMatchObject({
      code: 'invalid_transition',
      details: { from: 'scheduled' },
    });
    at('11:00');
    await world.scheduling.complete(mike, { consultationId, summary: 'Done', overallStatus: 'successful' });
    expect(await refusal(world.scheduling.giveClientFeedback(mike, { consultationId, rating: 5 }))).toMatchObject({
      code: 'forbidden',
    });
    expect(await refusal(world.scheduling.giveClientFeedback(sarah, { consultationId, rating: 6 }))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/rating' }] },
    });
    world.clock.set('2025-12-01T00:00:00Z');
    expect(await refusal(world.scheduling.giveClientFeedback(sarah, { consultationId, rating: 5 }))).toMatchObject({
      code: 'invalid_transition',
    });
  });

  async function completed(): Promise<string> {
    const { consultationId, at } = await booked(sarah, 'anna');
    at('10:00');
    await world.scheduling.start(anna, { consultationId });
    at('11:05');
    await world.scheduling.complete(anna, { consultationId, summary: 'Done', overallStatus: 'successful' });
    world.clock.set('2025-01-01T09:00:00Z');
    return consultationId;
  }
});

test('a consultant who was deactivated keeps their name in history, and takes no more bookings', async () => {
  await addConsultant(world, 'gone', { name: 'Gone Girl' });
  const { consultationId, date } = await booked(sarah, 'gone');
  const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'gone' });
  const patch = { consultantId: 'gone', version, patchJson: JSON.stringify({ active: false }) };
  expect((await world.scheduling.updateConsultant(admin(), patch)).active).toBe(false);
  expect((await show(consultationId)).consultant).toEqual({ consultantId: 'gone', name: 'Gone Girl' });
  expect(await refusal(world.scheduling.book(sarah, session('gone', `${date}T14:00:00Z`)))).toMatchObject({
    code: 'not_found',
  });
  expect(await refusal(world.scheduling.getConsultant(sarah, { consultantId: 'gone' }))).toMatchObject({
    code: 'not_found',
  });
  await world.scheduling.cancel(consultant('gone'), { consultationId });
});
