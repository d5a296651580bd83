import type { Caller } from '@consult/runtime/caller';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tenantChanged } from '../support/events.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';

const sarah = client('sarah');
const mike = consultant('mike');
const finance: Caller = { ...admin(), roles: ['finance'] };
const ALWAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({
  weekday,
  hours: [{ from: '00:00', to: '24:00' }],
}));
const POLICIES = {
  cancellationCutoffHours: 24,
  lateCancelEarningPercent: 30,
  consultantSharePercent: 60,
  promotionalEarningMinor: 1_500,
};
let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike', { availability: { weekly: ALWAYS } });
  await addConsultant(world, 'anna');
  await addConsultant(world, 'otto', { tenantId: OTHER_TENANT });
  world.identity.users.set(`${TENANT}/sarah`, { name: '=Sarah', roles: ['client'], version: 1 });
  const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'mike' });
  const patchJson = JSON.stringify({ timezone: 'America/New_York' });
  await world.scheduling.updateConsultant(admin(), { consultantId: 'mike', version, patchJson });
  await world.publish(tenantChanged(world, 2, POLICIES));
  await eventually(async () => {
    expect(await world.database.collection('tenants').findOne({ version: 2 })).not.toBeNull();
  });
  await live();
}, 60_000);
afterAll(() => world.stop());

const move = (name: string) => ({ consultationId: ids[name] ?? '', reason: '', requestId: '' });
async function book(name: string, start: string, more: object = {}): Promise<void> {
  world.credits.unitPriceMinor = 9_900;
  ids[name] = (await world.scheduling.book(sarah, session('mike', start, more))).consultationId;
}
async function run(name: string, from: string, to: string): Promise<void> {
  world.clock.set(from);
  await world.scheduling.start(mike, move(name));
  world.clock.set(to);
  await world.scheduling.complete(mike, { ...move(name), summary: 'done', overallStatus: 'successful' });
}

/** What happened in the first weeks of 2025. */
async function live(): Promise<void> {
  await book('on time', '2025-01-06T10:00:00Z');
  await book('late', '2025-01-06T12:00:00Z');
  await book('missed', '2025-01-07T10:00:00Z');
  await book('cancelled late', '2025-01-08T10:00:00Z');
  await book('cancelled early', '2025-01-20T10:00:00Z');
  await book('trial', '2025-01-09T10:00:00Z', { durationMinutes: 15, useFreeTrial: true });
  await book('at the turn', '2025-02-01T03:00:00Z');
  await book('to come', '2025-02-27T10:00:00Z');
  await run('on time', '2025-01-06T10:05:00Z', '2025-01-06T11:05:00Z');
  await run('late', '2025-01-06T12:06:00Z', '2025-01-06T13:06:00Z');
  world.clock.set('2025-01-07T10:10:00Z');
  await world.scheduling.markNoShow(mike, { ...move('missed'), who: 'client' });
  await world.scheduling.cancel(sarah, move('cancelled late'));
  await world.scheduling.cancel(sarah, move('cancelled early'));
  await run('trial', '2025-01-09T10:00:00Z', '2025-01-09T10:15:00Z');
  // Eleven in the evening of 31 January where Mike is.
  await run('at the turn', '2025-02-01T03:00:00Z', '2025-02-01T04:00:00Z');
  world.clock.set('2025-02-10T10:00:00Z');
  const word = { credit: 'return', earningPercent: 50, reason: 'half of it was missing', requestId: 'word' };
  await world.scheduling.resolve(admin(), { consultationId: ids['late'] ?? '', ...word });
}

describe('earnings', () => {
  const year = { consultantId: 'mike', from: '2025-01-01', to: '2026-01-01' };

  test('come by month of the consultant’s zone and by currency', async () => {
    const { timezone, months } = await world.scheduling.sumEarnings(mike, year);
    expect(timezone).toBe('America/New_York');
    expect(months).toEqual([
      // On time, late, missed and the one at the turn; the trial at the tenant's rate; 30 % of what was cancelled late.
      { month: '2025-01', currency: 'USD', amountMinor: 4 * 5_940 + 1_500 + 1_782, sessions: 6 },
      { month: '2025-02', currency: 'USD', amountMinor: -2_970, sessions: 1 },
    ]);
    const january = { ...year, from: '2025-01-07T10:10:00Z', to: '2025-01-07T10:10:01Z' };
    expect((await world.scheduling.sumEarnings(mike, january)).months).toMatchObject([{ amountMinor: 5_940 + 1_782 }]);
  });

  test('are for the consultant, admins and finance, within the tenant', async () => {
    for (const by of [admin(), finance])
      expect(await world.scheduling.sumEarnings(by, year)).toEqual(await world.scheduling.sumEarnings(mike, year));
    for (const by of [sarah, consultant('anna')])
      expect(await refusal(world.scheduling.sumEarnings(by, year))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(world.scheduling.sumEarnings(admin(OTHER_TENANT), year))).toMatchObject({ code: 'not_found' });
    const { months } = await world.scheduling.sumEarnings(admin(OTHER_TENANT), { ...year, consultantId: 'otto' });
    expect(months).toEqual([]);
  });

  test.each([
    ['an empty span', { to: '2025-01-01' }, { code: 'rule_refused', details: { why: 'end_before_start' } }],
    ['more than a year', { to: '2026-01-03' }, { code: 'rule_refused', details: { why: 'range_too_long' } }],
    ['no day', { to: '2025-02-30' }, { code: 'invalid_request', details: { errors: [{ pointer: '/to' }] } }],
  ])('of %s are refused', async (_what, changes, refused) => {
    expect(await refusal(world.scheduling.sumEarnings(mike, { ...year, ...changes }))).toMatchObject(refused);
  });
});

describe('the statement of a month', () => {
  const january = { consultantId: 'mike', month: '2025-01' };
  const lines = async (by: Caller, limit = 100) => {
    const seen = [];
    for (let cursor = ''; ; ) {
      const answer = await world.scheduling.listStatement(by, { ...january, page: { limit, cursor } });
      expect(answer.lines.length).toBeLessThanOrEqual(limit);
      seen.push(...answer.lines);
      if (!answer.page?.hasMore) return seen;
      cursor = answer.page.nextCursor ?? '';
    }
  };

  test('has a line for each session that earned, in order, and adds up to the month', async () => {
    const all = await lines(mike);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    const shown = all.map((line) => [names.get(line.consultationId), line.kind, line.amountMinor, line.method]);
    const together = [
      ['missed', 'accrued', 5_940, 'credits'],
      ['cancelled late', 'accrued', 1_782, 'credits'],
    ];
    expect(shown).toEqual([
      ['on time', 'accrued', 5_940, 'credits'],
      ['late', 'accrued', 5_940, 'credits'],
      // Of one instant: in the order of their ids.
      ...(shown[2]?.[0] === 'missed' ? together : together.toReversed()),
      ['trial', 'accrued', 1_500, 'free_trial'],
      ['at the turn', 'accrued', 5_940, 'credits'],
    ]);
    expect(all[0]).toMatchObject({
      scheduledStart: '2025-01-06T10:00:00.000Z',
      at: '2025-01-06T11:05:00.000Z',
      clientName: '=Sarah',
      title: 'Instagram Marketing Strategy',
      credits: 1,
      unitPriceMinor: 9_900,
      currency: 'USD',
    });
    const { months } = await world.scheduling.sumEarnings(mike, {
      consultantId: 'mike',
      from: '2025-01-01',
      to: '2026-01-01',
    });
    expect(all.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(months[0]?.amountMinor);
    const february = await world.scheduling.listStatement(finance, { ...january, month: '2025-02' });
    expect(february.lines).toMatchObject([
      { consultationId: ids['late'], kind: 'adjusted', amountMinor: -2_970, reason: 'half of it was missing' },
    ]);
  });

  test('comes page by page without gap or repeat, also between two lines of one instant', async () => {
    const all = await lines(mike);
    for (const limit of [1, 2, 3, 4]) expect(await lines(mike, limit)).toEqual(all);
    const made = world.scheduling.listStatement(mike, { ...january, page: { limit: 5, cursor: 'made-up' } });
    expect(await refusal(made)).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/cursor' }] },
    });
  });

  test('is nobody else’s, and of a month that exists', async () => {
    for (const by of [sarah, consultant('anna')])
      expect(await refusal(world.scheduling.listStatement(by, january))).toMatchObject({ code: 'forbidden' });
    for (const month of ['2025-13', '2025-1', 'January'])
      expect(await refusal(world.scheduling.listStatement(mike, { ...january, month }))).toMatchObject({
        code: 'invalid_request',
        details: { errors: [{ pointer: '/month' }] },
      });
  });

  test('reads the lines of its month alone, by an index', async () => {
    const { db } = world.database;
    await db?.command({ profile: 2 });
    await world.scheduling.listStatement(mike, { ...january, month: '2025-02' });
    await world.scheduling.sumEarnings(mike, { consultantId: 'mike', from: '2025-01-09', to: '2025-01-10' });
    await db?.command({ profile: 0 });
    const asked = { 'command.aggregate': 'consultations', 'command.pipeline.0.$match.tenantId': TENANT };
    const profiles = await world.database.collection('system.profile').find(asked).toArray();
    expect(profiles.map(({ docsExamined, planSummary }) => [docsExamined, planSummary])).toEqual([
      [1, expect.stringContaining('earnings.at')],
      [1, expect.stringContaining('earnings.at')],
    ]);
  });
});

describe('figures', () => {
  const february = { consultantId: 'mike', from: '2025-01-06', to: '2025-03-01' };

  test('tell of the sessions of a range, and how much of the open time they took', async () => {
    const metrics = await world.scheduling.getMetrics(mike, february);
    expect(metrics).toMatchObject({
      sessions: 4,
      hours: 3.25,
      onTimeRate: 0.75,
      clientNoShows: 1,
      consultantNoShows: 0,
      cancellations: 2,
      // Three hours that took place, the trial, the hour a client let pass, and the one to come.
      bookedMinutes: 5 * 60 + 15,
      openMinutes: 54 * 1_440,
      utilisation: Number((315 / (54 * 1_440)).toFixed(4)),
    });
    const none = await world.scheduling.getMetrics(finance, { ...february, from: '2025-05-01', to: '2025-05-02' });
    expect(none).toMatchObject({ sessions: 0, hours: 0, rating: { average: 0, count: 0 }, openMinutes: 1_440 });
    expect([none.onTimeRate, none.utilisation]).toEqual([undefined, 0]);
  });

  test('count each session and each rating once for ever, also one that is replaced', async () => {
    const rate = (rating: number) =>
      world.scheduling.giveClientFeedback(sarah, { consultationId: ids['at the turn'] ?? '', rating });
    await rate(2);
    await eventually(async () => {
      const { lifetime } = await world.scheduling.getMetrics(mike, february);
      expect(lifetime).toEqual({ sessions: 4, hours: 3.25, onTimeRate: 0.75, rating: { average: 2, count: 1 } });
    });
    await rate(5);
    await rate(4);
    await eventually(async () => {
      const { lifetime, rating } = await world.scheduling.getMetrics(mike, february);
      expect([lifetime?.rating, rating]).toEqual([
        { average: 4, count: 1 },
        { average: 4, count: 1 },
      ]);
    });
    expect((await world.scheduling.getConsultant(sarah, { consultantId: 'mike' })).rating).toEqual({
      average: 4,
      count: 1,
    });
  });

  test('are for the consultant, admins and finance, of at most 62 days', async () => {
    for (const by of [sarah, consultant('anna')])
      expect(await refusal(world.scheduling.getMetrics(by, february))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(world.scheduling.getMetrics(mike, { ...february, to: '2025-03-10' }))).toMatchObject({
      code: 'rule_refused',
      details: { why: 'range_too_long', maximumDays: 62 },
    });
  });
});

describe('the trail', () => {
  test('has every step with the event that told of it, and what it earned', async () => {
    const consultationId = ids['late'] ?? '';
    const trail = await world.scheduling.getTrail(finance, { consultationId });
    const told = world.published.filter(({ subject }) => subject === consultationId).map(({ id }) => id);
    expect(trail.steps.map(({ move: name }) => name)).toEqual(['book', 'confirm', 'start', 'complete', 'resolve']);
    // The confirmation was implied by the start, and told by its event.
    const events = trail.steps.map(({ eventId }) => eventId);
    expect(events[1]).toBe(events[2]);
    await eventually(() => expect([...new Set(events)]).toEqual(told));
    expect(trail).toMatchObject({
      clientId: 'sarah',
      billing: { lotId: 'lot-1', transactionId: 'TXN-1', credits: 1 },
      resolution: { credit: 'return', earningPercent: 50, by: 'admin-1' },
      earnings: [
        { kind: 'accrued', amountMinor: 5_940, currency: 'USD' },
        { kind: 'adjusted', amountMinor: -2_970 },
      ],
    });
  });

  test('is for the client, without amounts, and not for the consultant or strangers', async () => {
    const consultationId = ids['late'] ?? '';
    const trail = await world.scheduling.getTrail(sarah, { consultationId });
    expect(trail.earnings.map(({ amountMinor }) => amountMinor)).toEqual([undefined, undefined]);
    expect(trail.resolution?.by).toBeUndefined();
    for (const by of [mike, client('tom'), admin(OTHER_TENANT)])
      expect(await refusal(world.scheduling.getTrail(by, { consultationId }))).toMatchObject({ code: 'not_found' });
  });
});
