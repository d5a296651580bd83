import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';
import { dataOf } from '../support/api.ts';
import { diesAskedAt } from '../support/crash.ts';
import { checkWorld, expectBooksAgree } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
import { sell } from '../support/sale.ts';
import {
  advanceTo,
  balanceOf,
  buy,
  createTenant,
  freshKey,
  mailsTo,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

const CASE_MS = 90_000;

interface Subscription {
  subscriptionId: string;
  packageName: string;
  status: string;
  cancelAtPeriodEnd: boolean;
  history: { action: string; actor: string }[];
}

let world: World;
let tenant: Tenant;
let premiumId: string;

beforeAll(async () => {
  world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
  tenant = await createTenant(world, 'plans');
  const type = 'monthly_subscription';
  await sell(tenant, { name: 'Growth', type, credits: 8, amount: 79_900 });
  premiumId = await sell(tenant, { name: 'Premium', type, credits: 20, amount: 159_900 });
}, 180_000);
afterAll(async () => {
  await world?.stop();
}, 60_000);

let buyers = 0;
async function subscriber(): Promise<{ client: Person; subscriptionId: string }> {
  buyers += 1;
  const client = await registerClient(world, tenant.slug, `Buyer ${buyers}`, `buyer-${buyers}@plans.test`);
  await eventually(async () => expect(await buy(world, client, 'Growth')).toMatch(/^TXN-/), { withinMs: SETTLE_MS });
  return { client, subscriptionId: (await only(client)).subscriptionId };
}

async function only(client: Person): Promise<Subscription> {
  const [first, more] = dataOf<Subscription[]>(await client.api.get('/api/billing/subscriptions'));
  if (first === undefined || more !== undefined) throw new Error('not one subscription');
  return first;
}

/** Sends a move until billing has died of it, and, where it is wanted, once more until it is answered. */
async function dyingAt(point: string, send: () => Promise<{ status: number }>): Promise<void> {
  await diesAskedAt(world, 'billing', point, send);
  await world.stack.restart('billing');
  await eventually(async () => expect((await send()).status).toBe(200), { withinMs: SETTLE_MS });
}

describe('billing is killed in the middle of a move', () => {
  test.each([
    ['billing.after-wish', '2025-01-02T09:00:00Z'],
    ['billing.after-wish-at-stripe', '2025-01-03T09:00:00Z'],
  ])(
    'an upgrade, at %s: charged once, the new credits in the place of the old ones, told once',
    async (point, aDayLater) => {
      const { client, subscriptionId } = await subscriber();
      await advanceTo(world, aDayLater);
      const wanted = { subscriptionId, packageId: premiumId };
      const quoted = dataOf<{ quoteId: string; amountDue: number; creditsLost: number }>(
        await client.api.post('/api/quotes/plan-change', wanted),
      );
      expect(quoted.creditsLost).toBe(8);
      expect(quoted.amountDue).toBeGreaterThan(80_000);
      const key = freshKey();
      const body = { packageId: premiumId, quoteId: quoted.quoteId };
      await dyingAt(point, () => client.api.post(`/api/billing/subscriptions/${subscriptionId}/change`, body, key));
      expect(await only(client)).toMatchObject({ packageName: 'Premium', status: 'active' });
      await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(20), {
        withinMs: SETTLE_MS,
      });
      const paid = (await invoicesOf(subscriptionId)).filter(({ status }) => status === 'paid');
      expect(new Set(paid.map(({ amount_paid: amount }) => amount))).toEqual(new Set([79_900, quoted.amountDue]));
      expect(paid).toHaveLength(2);
      await mailOf(world, client, /Purchase Confirmed: Premium/);
      await checkWorld(world);
      const mails = await mailsTo(world, client.email);
      expect(mails.filter(({ subject }) => subject.includes('Premium'))).toHaveLength(1);
    },
    CASE_MS,
  );

  test.each(['billing.after-wish', 'billing.after-wish-at-stripe'])(
    'a cancellation at the end of the period, at %s: written down once, at Stripe too',
    async (point) => {
      const { client, subscriptionId } = await subscriber();
      const key = freshKey();
      await dyingAt(point, () => client.api.post(`/api/billing/subscriptions/${subscriptionId}/cancel`, {}, key));
      const ending = await only(client);
      expect(ending).toMatchObject({ cancelAtPeriodEnd: true, status: 'active' });
      expect(ending.history.filter(({ actor }) => actor === 'client')).toHaveLength(1);
      expect(await atStripe(`subscriptions/${subscriptionId}`)).toMatchObject({ cancel_at_period_end: true });
      await checkWorld(world);
    },
    CASE_MS,
  );
});

test('the books agree after all of it', () => expectBooksAgree(world), CASE_MS);

async function invoicesOf(subscriptionId: string): Promise<{ status: string; amount_paid: number }[]> {
  const { data } = (await atStripe(`invoices?subscription=${subscriptionId}`)) as {
    data: { status: string; amount_paid: number }[];
  };
  return data;
}

async function atStripe(path: string): Promise<unknown> {
  const answer = await fetch(`${world.stack.urls.stripe}/v1/${path}`, {
    headers: { authorization: 'Bearer sk_test_sandbox' },
  });
  return answer.json();
}
