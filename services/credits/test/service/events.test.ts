import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded, SubscriptionCancelled } from '@consult/contracts/events/billing';
import { ClientRegistered, DEFAULT_POLICIES, TenantChanged } from '@consult/contracts/events/identity';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationNoShow,
  ConsultationResolved,
  ConsultationScheduled,
} from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { at, START } from '../support/bench.ts';
import { consultationOf, packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack, TENANT } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });
const ended = { by: 'client' as const, reason: 'changed my mind' };
const completed = {
  actualStart: '2025-01-11T09:00:00.000Z',
  actualEnd: '2025-01-11T10:00:00.000Z',
  overallStatus: 'successful' as const,
  autoClosed: false,
};

async function buyAndReserve(clientId: string, ...bookingIds: string[]): Promise<void> {
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`));
  await eventually(async () => expect((await balance(clientId)).availableCredits).toBe(3));
  for (const bookingId of bookingIds) await scheduling.reserve(client(clientId), reserveRequest(clientId, bookingId));
}

/** Kinds of an account's movements, oldest first. */
async function kinds(clientId: string): Promise<string[]> {
  const { movements } = await gateway.listLedger(client(clientId), { clientId: '' });
  return movements.map(({ kind }) => kind).reverse();
}

describe('a purchase', () => {
  test('becomes a lot with the terms of the package as sold, and a balance in the shape of the API', async () => {
    const sold = packageOf({ duration: { minutes: 60 }, sessionTypes: ['advisory'] });
    await stack.publish(PaymentSucceeded, paymentOf('sarah', 'TXN-100001-0001', { package: sold }));
    await eventually(async () => expect((await balance('sarah')).availableCredits).toBe(3));
    const { activeCredits, credits, ...rest } = await balance('sarah');
    expect(rest).toEqual({
      availableCredits: 3,
      unlimited: false,
      freeTrial: { eligible: false, used: false },
      lifetime: { totalConsultations: 0, creditsPurchased: 3, creditsUsed: 0 },
    });
    expect(credits).toEqual(activeCredits);
    expect(activeCredits).toEqual([
      {
        lotId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        billingId: 'TXN-100001-0001',
        packageId: 'PKG-100001-0001',
        packageName: 'Quick Start',
        creditsAdded: 3,
        creditsUsed: 0,
        creditsRemaining: 3,
        purchaseDate: '2025-01-01T09:00:00.000Z',
        expiryDate: '2025-03-02T09:00:00.000Z',
        status: 'active',
        unlimited: false,
        source: 'purchase',
        unitPriceMinor: 9_900,
        currency: 'USD',
      },
    ]);
    const check = (sessionType: string, durationMinutes: number) =>
      gateway.checkAvailability(client('sarah'), {
        clientId: '',
        sessionType,
        durationMinutes,
        scheduledStart: '2025-01-11T09:00:00.000Z',
      });
    expect(await check('advisory', 0)).toMatchObject({
      payable: true,
      method: 'credits',
      durationMinutes: 60,
      availableAfter: 2,
    });
    expect(await check('training', 60)).toMatchObject({ payable: false, why: ['type_not_covered'], balance: 3 });
    expect(await check('advisory', 90)).toMatchObject({ payable: false, why: ['too_long'] });
  });

  test('of an unlimited plan counts its fair use, ends with its period and stays a day while a renewal may come', async () => {
    const period = { subscriptionId: 'sub-1', periodStart: START, periodEnd: '2025-02-01T09:00:00.000Z' };
    const sold = packageOf({ unlimited: true, total: 31, priority: 10 });
    const subscription = { ...period, reason: 'create' as const };
    await stack.publish(PaymentSucceeded, paymentOf('ada', 'TXN-ada', { package: sold, subscription }));
    await eventually(async () => expect((await balance('ada')).availableCredits).toBe(31));
    const { unlimited, credits } = await balance('ada');
    expect({ unlimited, credits }).toMatchObject({
      unlimited: true,
      credits: [{ source: 'subscription', expiryDate: '2025-02-01T09:00:00.000Z' }],
    });
    const [lot] = Object.values(
      (await stack.accounts.findOne({ tenantId: TENANT, clientId: 'ada' }).lean())?.lots ?? {},
    );
    expect(lot?.graceUntil).toEqual(at('2025-02-02T09:00:00.000Z'));
    const word = { ...period, clientId: 'ada', packageId: 'PKG-100001-0001', packageName: 'Enterprise', version: 2 };
    await stack.publish(SubscriptionCancelled, word);
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'ada' }).lean();
      expect(Object.values(account?.lots ?? {})[0]).not.toHaveProperty('graceUntil');
    });
  });
});

describe('a consultation', () => {
  test('holds its credit when it stands, and uses it when it is completed', async () => {
    await buyAndReserve('ben', 'b-ben');
    await stack.publish(ConsultationScheduled, consultationOf('ben', 'b-ben'));
    await eventually(async () => expect(await kinds('ben')).toEqual(['granted', 'reserved', 'held']));
    await stack.publish(ConsultationCompleted, { ...consultationOf('ben', 'b-ben'), ...completed });
    await eventually(async () => expect(await kinds('ben')).toEqual(['granted', 'reserved', 'held', 'used']));
    expect((await balance('ben')).lifetime).toEqual({ totalConsultations: 1, creditsPurchased: 3, creditsUsed: 1 });
  });

  test('told as completed before it is told as scheduled ends the same', async () => {
    await buyAndReserve('cleo', 'b-cleo');
    await stack.publish(ConsultationCompleted, { ...consultationOf('cleo', 'b-cleo'), ...completed });
    await eventually(async () => expect((await balance('cleo')).lifetime?.creditsUsed).toBe(1));
    await stack.publish(ConsultationScheduled, consultationOf('cleo', 'b-cleo'));
    await stack.publish(ConsultationCompleted, { ...consultationOf('cleo', 'b-cleo'), ...completed });
    await afterAllSoFar('cleo');
    expect(await kinds('cleo')).toEqual(['granted', 'reserved', 'held', 'used', 'granted']);
  });

  test('cancelled gives its credit back, however often and in whatever order it is told', async () => {
    await buyAndReserve('dan', 'b-dan');
    const cancelled = { ...consultationOf('dan', 'b-dan'), ...ended, creditEffect: 'return' as const };
    await stack.publish(ConsultationCancelled, cancelled);
    await eventually(async () => expect((await balance('dan')).availableCredits).toBe(3));
    await stack.publish(ConsultationScheduled, consultationOf('dan', 'b-dan'));
    await stack.publish(ConsultationCancelled, cancelled);
    await afterAllSoFar('dan');
    expect(await kinds('dan')).toEqual(['granted', 'reserved', 'released', 'granted']);
    const release = { bookingId: 'b-dan', revision: 1, clientId: 'dan', reason: 'client_cancelled' };
    expect(await scheduling.release(client('dan'), release)).toMatchObject({ outcome: 'released', credits: 1 });
  });

  test('missed by its client, or cancelled too late, uses the credit up without counting as a consultation', async () => {
    await buyAndReserve('eva', 'b-eva-1', 'b-eva-2');
    const noShow = { ...ended, by: 'consultant' as const, who: 'client' as const, creditEffect: 'use' as const };
    await stack.publish(ConsultationNoShow, { ...consultationOf('eva', 'b-eva-1'), ...noShow });
    const late = { ...ended, creditEffect: 'use' as const };
    await stack.publish(ConsultationCancelled, { ...consultationOf('eva', 'b-eva-2'), ...late });
    await eventually(async () =>
      expect((await balance('eva')).lifetime).toMatchObject({ totalConsultations: 0, creditsUsed: 2 }),
    );
    const { movements } = await gateway.listLedger(client('eva'), { clientId: '' });
    const because = { kind: 'used', reason: 'changed my mind', actor: 'credits' };
    expect(movements.filter(({ kind }) => kind === 'used')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...because, cause: 'cancellation', bookingId: 'b-eva-2' }),
        expect.objectContaining({ ...because, cause: 'no_show', bookingId: 'b-eva-1' }),
      ]),
    );
  });
});

describe('a client', () => {
  const trial = (clientId: string, bookingId: string) => ({
    ...reserveRequest(clientId, bookingId),
    durationMinutes: 15,
    useFreeTrial: true,
  });

  test('gets the free trial with the registration, for the days of the tenant', async () => {
    const policies = { ...DEFAULT_POLICIES, version: 2, freeTrialDays: 10 };
    const tenant = { slug: 'other', name: 'Other', stripeAccountId: '', currency: 'USD', timezone: 'UTC' };
    const tenantId = '100002';
    await stack.publish(TenantChanged, { ...tenant, tenantId, policies, version: 2 }, { tenantId });
    // Whoever registers before the tenant's word has come has the days that identity tells.
    await eventually(async () =>
      expect(await stack.tenants.findOne({ tenantId }).lean()).toMatchObject({ version: 2 }),
    );
    const person = { userId: 'finn', name: 'Finn', email: 'finn@demo.test', timezone: 'UTC', registeredAt: START };
    await stack.publish(ClientRegistered, person, { tenantId });
    await eventually(async () => expect(await stack.accounts.countDocuments({ tenantId })).toBe(1));
    await stack.publish(ClientRegistered, { ...person, registeredAt: '2025-01-05T09:00:00.000Z' }, { tenantId });
    await eventually(async () => {
      const { freeTrial } = await gateway.getBalance(client('finn', tenantId), { clientId: '' });
      expect(freeTrial).toEqual({ eligible: true, used: false, expiresAt: '2025-01-11T09:00:00.000Z' });
    });
  });

  test('whose registration has not been heard of yet books on the trial all the same', async () => {
    stack.fakes.users.set('gina', START);
    const reserved = await scheduling.reserve(client('gina'), trial('gina', 'b-gina'));
    expect(reserved).toMatchObject({ method: 'free_trial', credits: 0, lotId: '' });
    expect((await balance('gina')).freeTrial).toEqual({
      eligible: false,
      used: true,
      usedAt: '2025-01-11T09:00:00.000Z',
      expiresAt: '2025-01-31T09:00:00.000Z',
    });
    await expect(scheduling.reserve(client('gina'), trial('gina', 'b-gina-2'))).rejects.toMatchObject({
      code: 'credits_required',
      details: { why: ['trial_used'] },
    });
    expect(await gateway.getStanding(client('gina'), { clientId: '' })).toEqual({ clientType: 'new' });
  });

  test('nobody knows has an empty account, and no trial', async () => {
    await expect(scheduling.reserve(client('ghost'), trial('ghost', 'b-ghost'))).rejects.toMatchObject({
      code: 'credits_required',
      details: { why: ['no_free_trial'] },
    });
    expect((await balance('ghost')).freeTrial).toEqual({ eligible: false, used: false });
  });
});

/** Waits for a purchase that is told last: what was told before it has been taken up by then, and would have left its mark. */
async function afterAllSoFar(clientId: string): Promise<void> {
  const before = (await balance(clientId)).credits.length;
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}-last-${before}`));
  await eventually(async () => expect((await balance(clientId)).credits).toHaveLength(before + 1));
}

describe('an admin’s word on a session that is over', () => {
  const word = { by: 'admin' as const, reason: 'both were heard', earningPercent: 0 };
  const returned = { ...word, credit: 'return' as const, creditEffect: 'return' as const };
  const used = ['granted', 'reserved', 'held', 'used', 'used_reversed'];

  test.each([
    { name: 'after its use', first: 'use' },
    { name: 'before its use is heard of', first: 'resolve' },
  ])('gives a used credit back, $name, and twice is once', async ({ first }) => {
    const clientId = `res-${first}`;
    await buyAndReserve(clientId, `b-${clientId}`);
    const session = consultationOf(clientId, `b-${clientId}`);
    const events = [
      () => stack.publish(ConsultationNoShow, { ...session, ...ended, who: 'client', creditEffect: 'use' }),
      () => stack.publish(ConsultationResolved, { ...session, ...returned, state: 'no_show' }),
    ];
    for (const tell of first === 'use' ? events : events.toReversed()) {
      await tell();
      await stack.worked();
    }
    await stack.publish(ConsultationResolved, { ...session, ...returned, state: 'no_show' });
    await stack.worked();
    expect(await kinds(clientId)).toEqual(used);
    expect(await balance(clientId)).toMatchObject({ availableCredits: 3, lifetime: { creditsUsed: 0 } });
  });

  test('of a session that took place leaves it in the lifetime total, whichever is heard first', async () => {
    await buyAndReserve('res-done', 'b-res-done');
    const session = consultationOf('res-done', 'b-res-done');
    await stack.publish(ConsultationResolved, { ...session, ...returned, state: 'completed' });
    await stack.worked();
    await stack.publish(ConsultationCompleted, { ...session, ...completed });
    await stack.worked();
    expect(await kinds('res-done')).toEqual(used);
    const { lifetime } = await balance('res-done');
    expect(lifetime).toEqual({ totalConsultations: 1, creditsPurchased: 3, creditsUsed: 0 });
  });

  test('that is about the earning alone moves no credit', async () => {
    await buyAndReserve('res-money', 'b-res-money');
    const session = consultationOf('res-money', 'b-res-money');
    await stack.publish(ConsultationCompleted, { ...session, ...completed });
    const kept = { ...word, state: 'completed' as const, credit: 'use' as const, creditEffect: 'none' as const };
    await stack.publish(ConsultationResolved, { ...session, ...kept });
    await stack.worked();
    expect(await kinds('res-money')).toEqual(used.slice(0, -1));
  });
});
