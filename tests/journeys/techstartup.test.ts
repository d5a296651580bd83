import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { dataOf } from '../support/api.ts';
import { checkWorld } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
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
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

/** The source document's ten sessions: title, day, which consultant, how it went, her rating. */
const SESSIONS = [
  ['Database optimization', '2025-01-30', 0, 'successful', 5],
  ['API rate limiting issue', '2025-02-15', 1, 'successful', 4],
  ['Authentication setup', '2025-02-28', 0, 'partially_successful', 3],
  ['Performance tuning', '2025-03-10', 0, 'successful', 5],
  ['Security audit review', '2025-03-25', 1, 'successful', 5],
  ['Deployment troubleshooting', '2025-04-05', 0, 'unsuccessful', 2],
  ['Load balancing config', '2025-04-20', 0, 'successful', 4],
  ['Cache implementation', '2025-05-01', 1, 'successful', 5],
  ['Monitoring setup', '2025-05-15', 0, 'successful', 4],
  ['Final optimization', '2025-06-01', 0, 'successful', 5],
] as const;

/** A start-up from its free trial to the last of ten credits. Day 1 is 2025-01-17; the clock starts 2025-01-01 and moves there first. */
describe('TechStartup Inc. tries, buys a bundle, and uses it up over six months', () => {
  let world: World;
  let tenant: Tenant;
  let consultants: Person[];
  let client: Person;
  let bundle: string;
  const TRIAL = {
    title: 'API Integration Support',
    type: 'technical_consultation',
    scheduledStart: '2025-01-25T16:00:00Z',
    scheduledEnd: '2025-01-25T16:15:00Z',
  };

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    tenant = await createTenant(world, 'support');
    consultants = [
      await addConsultant(world, tenant, 'Mike Johnson', 'mike@support.test'),
      await addConsultant(world, tenant, 'Sarah Johnson', 'sarah.johnson@support.test'),
    ];
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const consultant = (index: number): Person => {
    const person = consultants[index];
    if (!person) throw new Error(`no consultant ${index}`);
    return person;
  };

  test('the packages exist', async () => {
    const featured = { availability: { featuredPackage: true } };
    await createPackage(tenant, {
      details: { name: 'Free 15-Min Consultation', type: 'free_trial' },
      credits: { total: 1, duration: { minutes: 15 }, expiresAfterDays: 30 },
      pricing: { amount: 0 },
      eligibility: { clientTypes: ['new'], maximumPurchasePerClient: 1 },
      ...featured,
    });
    await createPackage(tenant, {
      details: { name: 'Single Session', type: 'pay_per_use' },
      credits: { total: 1 },
      pricing: { amount: 9900 },
      ...featured,
    });
    await createPackage(tenant, {
      details: { name: 'Support Bundle', type: 'consultation_bundle' },
      credits: { total: 10, expiresAfterDays: 180 },
      pricing: { amount: 79000, pricePerCredit: 7900 },
      ...featured,
    });
  });

  test('day 1: the client registers and is eligible for the trial', async () => {
    await advanceTo(world, '2025-01-17T09:00:00Z');
    client = await registerClient(world, tenant.slug, 'TechStartup Inc.', 'cto@techstartup.test');
    await eventually(
      async () =>
        expect((await balanceOf(client)).freeTrial).toEqual({
          eligible: true,
          used: false,
          usedAt: null,
          expiresAt: '2025-02-16T09:00:00.000Z',
        }),
      { withinMs: SETTLE_MS },
    );
    expect(await balanceOf(client)).toMatchObject({ availableCredits: 0, activeCredits: [] });
  });

  test('day 2: books on the trial, which is used; a second trial is refused', async () => {
    await advanceTo(world, '2025-01-18T09:00:00Z');
    const trial = await book(client, { consultantId: consultant(0).userId, ...TRIAL });
    expect(trial.billing).toMatchObject({ billable: false, usedFreeTrial: true });
    await eventually(
      async () =>
        expect((await balanceOf(client)).freeTrial).toMatchObject({
          eligible: false,
          used: true,
          usedAt: '2025-01-25T16:00:00.000Z',
        }),
      { withinMs: SETTLE_MS },
    );
    const again = await client.api.post('/api/consultations', {
      consultantId: consultant(1).userId,
      ...TRIAL,
      scheduledStart: '2025-01-26T16:00:00Z',
      scheduledEnd: '2025-01-26T16:15:00Z',
    });
    expect([again.status, again.body.code, again.body['why']]).toEqual([
      402,
      'credits_required',
      expect.arrayContaining(['trial_used']),
    ]);
    await advanceTo(world, '2025-01-25T16:00:00Z');
    await hold(trial.consultationId, consultant(0), '2025-01-25T16:15:00Z', 'successful', 5);
  });

  test('day 10: buys the Support Bundle; 10 credits until 2025-07-25T09:00Z', async () => {
    await advanceTo(world, '2025-01-26T09:00:00Z');
    bundle = await buy(world, client, 'Support Bundle');
    expect(await balanceOf(client)).toMatchObject({
      availableCredits: 10,
      activeCredits: [
        { billingId: bundle, creditsAdded: 10, creditsRemaining: 10, expiryDate: '2025-07-25T09:00:00.000Z' },
      ],
    });
    await mailOf(world, client, /Purchase Confirmed/);
  });

  test.each(SESSIONS)('%s on %s', async (title, day, who, status, rating) => {
    const start = `${day}T10:00:00Z`;
    await advanceTo(world, new Date(Date.parse(start) - 2 * 86_400_000).toISOString());
    const before = (await balanceOf(client)).availableCredits;
    const booked = await book(client, {
      consultantId: consultant(who).userId,
      title,
      type: 'technical_consultation',
      scheduledStart: start,
      scheduledEnd: `${day}T11:00:00Z`,
    });
    expect(booked.billing).toMatchObject({ billable: true, usedFreeTrial: false, transactionId: bundle });
    expect((await balanceOf(client)).availableCredits).toBe(before - 1);
    await advanceTo(world, start);
    await hold(booked.consultationId, consultant(who), `${day}T11:00:00Z`, status, rating);
  });

  test('all ten are told apart, linked to the purchase, and none is left', async () => {
    expect(await balanceOf(client)).toMatchObject({
      availableCredits: 0,
      lifetime: { totalConsultations: 11, creditsPurchased: 10, creditsUsed: 10 },
    });
    const history = dataOf<Consultation[]>(await client.api.get('/api/consultations/me'));
    const expected = [...SESSIONS].reverse().map(([title, , who, status, rating]) => ({
      title,
      consultant: consultant(who).name,
      outcome: status,
      rating,
      transactionId: bundle,
    }));
    expect(
      history.slice(0, 10).map((one) => ({
        title: one.details.title,
        consultant: one.consultant.name,
        outcome: one.outcomes?.overallStatus,
        rating: one.feedback?.client?.rating,
        transactionId: one.billing.transactionId,
      })),
    ).toEqual(expected);
    expect(new Set(history.map((one) => one.consultationId)).size).toBe(11);
    await checkWorld(world);
  });

  /** Runs a session to its end, with an outcome of its own and feedback both ways. */
  async function hold(id: string, by: Person, end: string, overallStatus: string, rating: number): Promise<void> {
    const url = `/api/consultations/${id}`;
    dataOf(await by.api.post(`${url}/start`, {}, freshKey()));
    await advanceTo(world, end);
    dataOf(await by.api.post(`${url}/complete`, { summary: `Session ${id}`, overallStatus }, freshKey()));
    dataOf(await client.api.put(`${url}/feedback/client`, { rating, comments: `about ${id}` }));
    dataOf(
      await by.api.put(`${url}/feedback/consultant`, { clientEngagement: 'engaged', notes: `private note on ${id}` }),
    );
    const seen = dataOf<Consultation>(await client.api.get(url));
    expect(JSON.stringify(seen)).not.toContain('private note');
    expect(seen.feedback?.client?.rating).toBe(rating);
  }
});
