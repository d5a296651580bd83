import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { checkWorld } from '../support/invariants.ts';
import { dataOf } from '../support/api.ts';
import { inviteOf, mailOf } from '../support/mail.ts';
import {
  addConsultant,
  advanceTo,
  balanceOf,
  book,
  buy,
  type Consultation,
  createPackage,
  createTenant,
  freshKey,
  mailsTo,
  type Package,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

/** A bakery buys, books and subscribes, day by day, with every number on the way. Day 1 is 2025-01-01T09:00Z. */
describe("Sarah's Bakery buys, books, and subscribes", () => {
  let world: World;
  let tenant: Tenant;
  let mike: Person;
  let sarah: Person;
  let first: Consultation;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    tenant = await createTenant(world, 'marketing');
    mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@marketing.test');
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const lots = async () => (await balanceOf(sarah)).activeCredits;

  test('the admin defines Quick Start, Growth and Enterprise', async () => {
    await createPackage(tenant, {
      details: { name: 'Quick Start Package', type: 'consultation_bundle' },
      credits: { total: 3, expiresAfterDays: 60 },
      pricing: { amount: 29700, currency: 'USD' },
      availability: { featuredPackage: true, displayOrder: 1 },
    });
    await createPackage(tenant, {
      details: { name: 'Growth Plan Package', type: 'monthly_subscription' },
      credits: { total: 8, unlimited: false },
      pricing: { amount: 79900 },
      subscription: { recurring: true, interval: 'month' },
      availability: { featuredPackage: true, displayOrder: 2 },
    });
    await createPackage(tenant, {
      details: { name: 'Enterprise Package', type: 'custom_plan' },
      credits: { unlimited: true },
      pricing: { amount: 299900 },
      subscription: { recurring: true },
      availability: { featuredPackage: true, displayOrder: 3 },
    });
  });

  test('day 1: Sarah registers, sees the pricing list and buys Quick Start', async () => {
    sarah = await registerClient(world, tenant.slug, "Sarah's Bakery", 'sarah@bakery.test');
    const list = dataOf<Package[]>(await sarah.api.get('/api/billing/packages?featured=true'));
    expect(list.map((one) => [one.details.name, one.pricing.amount, one.credits.total])).toEqual([
      ['Quick Start Package', 29700, 3],
      ['Growth Plan Package', 79900, 8],
      ['Enterprise Package', 299900, 31],
    ]);

    const transactionId = await buy(world, sarah, 'Quick Start Package');

    expect(await balanceOf(sarah)).toMatchObject({
      availableCredits: 3,
      unlimited: false,
      activeCredits: [
        {
          billingId: transactionId,
          creditsAdded: 3,
          creditsUsed: 0,
          creditsRemaining: 3,
          expiryDate: '2025-03-02T09:00:00.000Z',
          status: 'active',
        },
      ],
      lifetime: { totalConsultations: 0, creditsPurchased: 3, creditsUsed: 0 },
    });
    const mail = await mailOf(world, sarah, /Purchase Confirmed/);
    expect(mail.text).toContain('Quick Start Package');
    expect(mail.text).toMatch(/3/);
  });

  test('day 3: she books Mike; one credit less, mails and invites to both, on his schedule', async () => {
    await advanceTo(world, '2025-01-03T09:00:00Z');
    first = await book(sarah, {
      consultantId: mike.userId,
      title: 'Instagram Marketing Strategy',
      type: 'strategy_session',
      scheduledStart: '2025-01-20T10:00:00Z',
      scheduledEnd: '2025-01-20T11:00:00Z',
      objectives: ['Increase Instagram engagement', 'Plan content calendar for Q1'],
    });
    expect(first).toMatchObject({
      consultant: { name: 'Mike Johnson' },
      status: { current: 'scheduled', isActive: true },
      billing: { billable: true, usedFreeTrial: false, credits: 1 },
    });
    await eventually(async () => expect((await balanceOf(sarah)).availableCredits).toBe(2), { withinMs: SETTLE_MS });

    for (const person of [sarah, mike]) {
      const invite = await inviteOf(world, person, /Instagram Marketing Strategy/);
      expect(invite.method).toBe('REQUEST');
      expect(invite.start).toBe('2025-01-20T10:00:00.000Z');
      expect(invite.end).toBe('2025-01-20T11:00:00.000Z');
      expect(invite.sequence).toBe(0);
    }
    const schedule = dataOf<Consultation[]>(await mike.api.get('/api/consultations/me'));
    expect(schedule.map((one) => [one.details.title, one.client?.name])).toEqual([
      ['Instagram Marketing Strategy', "Sarah's Bakery"],
    ]);
  });

  test('day 20: the session runs 10:05 to 11:10 and is completed with an outcome and a deliverable; she rates 5', async () => {
    await advanceTo(world, '2025-01-20T10:05:00Z');
    const id = first.consultationId;
    const started = dataOf<Consultation>(await mike.api.post(`/api/consultations/${id}/start`, {}, freshKey()));
    expect(started.status.current).toBe('in_progress');
    expect(started.schedule.actualStart).toBe('2025-01-20T10:05:00.000Z');

    await advanceTo(world, '2025-01-20T11:10:00Z');
    const summary =
      'Analyzed current Instagram performance. Created content calendar template. Identified 3 key hashtag strategies.';
    const completed = dataOf<Consultation>(
      await mike.api.post(
        `/api/consultations/${id}/complete`,
        {
          summary,
          overallStatus: 'successful',
          deliverables: [{ title: 'Q1 Content Calendar Template', url: 'https://files.example/content-calendar.xlsx' }],
        },
        freshKey(),
      ),
    );
    expect(completed).toMatchObject({
      status: { current: 'completed' },
      schedule: { actualStart: '2025-01-20T10:05:00.000Z', actualEnd: '2025-01-20T11:10:00.000Z' },
      outcomes: { summary, overallStatus: 'successful' },
      deliverables: [
        {
          title: 'Q1 Content Calendar Template',
          fileUrl: 'https://files.example/content-calendar.xlsx',
          status: 'delivered',
        },
      ],
    });
    await mailOf(world, sarah, /feedback|How was/i);

    const rated = dataOf<Consultation>(
      await sarah.api.put(`/api/consultations/${id}/feedback/client`, {
        rating: 5,
        comments: 'Mike was extremely helpful! Got exactly what I needed.',
      }),
    );
    expect(rated.feedback?.client).toMatchObject({ rating: 5 });
    await eventually(
      async () => {
        const profile = dataOf<{ rating: { average: number; count: number } }>(
          await sarah.api.get(`/api/consultants/${mike.userId}`),
        );
        expect(profile.rating).toEqual({ average: 5, count: 1 });
      },
      { withinMs: SETTLE_MS },
    );
    await eventually(
      async () =>
        expect((await balanceOf(sarah)).lifetime).toMatchObject({
          totalConsultations: 1,
          creditsPurchased: 3,
          creditsUsed: 1,
        }),
      { withinMs: SETTLE_MS },
    );
  });

  test('day 25: a second booking without an end lasts 60 minutes; one credit left', async () => {
    await advanceTo(world, '2025-01-25T09:00:00Z');
    const second = await book(sarah, {
      consultantId: mike.userId,
      title: 'Facebook Ads Campaign Setup',
      type: 'implementation',
      scheduledStart: '2025-02-05T14:00:00Z',
    });
    expect(second.schedule).toMatchObject({ scheduledEnd: '2025-02-05T15:00:00.000Z', duration: { scheduled: 60 } });
    await eventually(async () => expect((await balanceOf(sarah)).availableCredits).toBe(1), { withinMs: SETTLE_MS });
    await advanceTo(world, '2025-02-05T14:00:00Z');
    await run(second.consultationId, '2025-02-05T15:00:00Z');
  });

  test('the third session uses the last credit', async () => {
    await advanceTo(world, '2025-02-05T16:00:00Z');
    const third = await book(sarah, {
      consultantId: mike.userId,
      title: 'Content Review',
      type: 'review',
      scheduledStart: '2025-02-07T10:00:00Z',
      scheduledEnd: '2025-02-07T11:00:00Z',
    });
    await advanceTo(world, '2025-02-07T10:00:00Z');
    await run(third.consultationId, '2025-02-07T11:00:00Z');
    expect((await balanceOf(sarah)).availableCredits).toBe(0);
    const refused = await sarah.api.post('/api/consultations', {
      consultantId: mike.userId,
      title: 'One more',
      type: 'review',
      scheduledStart: '2025-02-20T10:00:00Z',
      scheduledEnd: '2025-02-20T11:00:00Z',
    });
    expect([refused.status, refused.body.code]).toEqual([402, 'credits_required']);
  });

  test('day 40: she subscribes to Growth and has 8 credits', async () => {
    await advanceTo(world, '2025-02-09T09:00:00Z');
    expect((await balanceOf(sarah)).availableCredits).toBe(0);
    await buy(world, sarah, 'Growth Plan Package');
    expect(await balanceOf(sarah)).toMatchObject({ availableCredits: 8, lifetime: { creditsPurchased: 11 } });
    expect((await lots()).map((lot) => lot.expiryDate)).toEqual(['2025-03-09T09:00:00.000Z']);
  });

  test('a month later it has renewed by itself: the old 8 lapsed, 8 new ones', async () => {
    await advanceTo(world, '2025-03-10T09:00:00Z');
    await eventually(
      async () =>
        expect(await balanceOf(sarah)).toMatchObject({
          availableCredits: 8,
          lifetime: { totalConsultations: 3, creditsPurchased: 19, creditsUsed: 3 },
        }),
      { withinMs: SETTLE_MS },
    );
    expect(await lots()).toHaveLength(1);
    await mailOf(world, sarah, /renewed/i);
    const purchases = (await mailsTo(world, sarah.email)).filter((mail) => /Purchase Confirmed/.test(mail.subject));
    expect(purchases).toHaveLength(2);
  });

  test('her history shows all three sessions, newest first, and the books are in order', async () => {
    const history = dataOf<Consultation[]>(await sarah.api.get('/api/consultations/me'));
    expect(history.map((one) => [one.details.title, one.consultant.name, one.status.current])).toEqual([
      ['Content Review', 'Mike Johnson', 'completed'],
      ['Facebook Ads Campaign Setup', 'Mike Johnson', 'completed'],
      ['Instagram Marketing Strategy', 'Mike Johnson', 'completed'],
    ]);
    await checkWorld(world);
  });

  async function run(id: string, end: string): Promise<void> {
    dataOf(await mike.api.post(`/api/consultations/${id}/start`, {}, freshKey()));
    await advanceTo(world, end);
    dataOf(
      await mike.api.post(
        `/api/consultations/${id}/complete`,
        { summary: 'Done.', overallStatus: 'successful' },
        freshKey(),
      ),
    );
    await eventually(
      async () => {
        const used = (await balanceOf(sarah)).lifetime.creditsUsed;
        expect(used).toBeGreaterThan(1);
      },
      { withinMs: SETTLE_MS },
    );
  }
});
