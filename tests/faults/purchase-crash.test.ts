import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';
import { type Answer, dataOf } from '../support/api.ts';
import { dieAt, diesAskedAt, hasDied } from '../support/crash.ts';
import { checkWorld, expectBooksAgree } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
import {
  addConsultant,
  balanceOf,
  confirmPayment,
  type Consultation,
  createPackage,
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

/** Whoever dies with a purchase in hand keeps the right to bring it to Stripe for 15 s. */
const REOPENED_WITHIN_MS = 40_000;
const CASE_MS = 60_000;
const BUNDLE = { name: 'Quick Start', type: 'consultation_bundle', credits: 3, amount: 29_700 };
const MONTHLY = { name: 'Growth', type: 'monthly_subscription', credits: 8, amount: 79_900 };
const YEARLY = { name: 'Partner', type: 'annual_subscription', credits: 90, amount: 799_000 };
const GIFT = { name: 'Welcome', type: 'pay_per_use', credits: 1, amount: 0 };
type Sold = typeof BUNDLE;

/** Every point at every kind of sale, with `PROOF=all`; else each point once. */
const everything = process.env['PROOF'] === 'all';
const SOME_OPENINGS: readonly [string, Sold][] = [
  ['billing.after-record', BUNDLE],
  ['billing.after-stripe', MONTHLY],
];
const ALL_OPENINGS: readonly [string, Sold][] = ['billing.after-record', 'billing.after-stripe'].flatMap(
  (point): [string, Sold][] => [
    [point, BUNDLE],
    [point, MONTHLY],
  ],
);
const CREDITS_POINTS = ['messaging.before-publish', 'credits.before-save', 'credits.after-save', 'credits.before-ack'];
const ARRIVALS: readonly [string, string, string, Sold][] = [
  ['bundle', 'billing.after-webhook-insert', 'messaging.before-publish', BUNDLE],
  ['subscription', 'billing.after-success-write', 'credits.before-save', MONTHLY],
  ['bundle', 'messaging.before-publish', 'credits.after-save', BUNDLE],
  ['subscription', 'messaging.before-pull', 'credits.before-ack', MONTHLY],
];
const ALL_ARRIVALS = ARRIVALS.flatMap(([, point]) =>
  CREDITS_POINTS.flatMap((other): [string, string, string, Sold][] => [
    ['bundle', point, other, BUNDLE],
    ['subscription', point, other, MONTHLY],
  ]),
);

/** What the browser sends, under one key however often. */
interface Order {
  client: Person;
  sold: Sold;
  send: () => Promise<Answer<{ clientSecret: string; transactionId: string }>>;
}

let world: World;
let tenant: Tenant;
let mike: Person;
const ids = new Map<Sold, string>();

beforeAll(async () => {
  world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
  tenant = await createTenant(world, 'crash');
  mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@crash.test');
  for (const sold of [BUNDLE, MONTHLY, GIFT]) await sell(sold);
}, 180_000);
afterAll(async () => {
  await world?.stop();
}, 60_000);

describe('billing is killed', () => {
  const orders: Order[] = [];
  beforeAll(async () => {
    for (const [point, sold] of everything ? ALL_OPENINGS : SOME_OPENINGS) {
      const order = await newOrder(sold);
      await diesAskedAt(world, 'billing', point, order.send);
      orders.push(order);
    }
  }, 90_000);

  test('between making a price at Stripe and noting it: the package has its one price after all', async () => {
    await dieAt(world, 'billing', 'billing.after-price');
    await sell(YEARLY);
    await hasDied(world, 'billing');
    await world.stack.restart('billing');
    const priceId = await eventually(async () => {
      const { stripe } = dataOf<{ stripe?: { priceId: string } }>(
        await tenant.admin.api.get(`/api/admin/packages/${ids.get(YEARLY)}`),
      );
      if (stripe === undefined) throw new Error('no price yet');
      return stripe.priceId;
    });
    const prices = await atStripe<{ id: string; unit_amount: number }>('prices');
    expect(prices.filter((price) => price.unit_amount === YEARLY.amount).map(({ id }) => id)).toEqual([priceId]);
  }, 60_000);

  test('while a payment is opened: the same request opens it, once, and it can be paid', async () => {
    await Promise.all(orders.map(async (order) => confirmed(await opened(order, REOPENED_WITHIN_MS))));
    for (const order of orders) await paidOnce(order);
    await checkWorld(world);
  }, 90_000);
});

describe('billing is killed in the middle of a claim', () => {
  test(
    'at billing.after-claim: the same request is the same claim, had once, told once',
    async () => {
      const client = await newBuyer();
      const key = freshKey();
      const path = `/api/billing/packages/${ids.get(GIFT)}/claim`;
      await diesAskedAt(world, 'billing', 'billing.after-claim', () => client.api.post(path, {}, key));
      await world.stack.restart('billing');
      await eventually(async () => expect([200, 201]).toContain((await client.api.post(path, {}, key)).status), {
        withinMs: SETTLE_MS,
      });
      await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(GIFT.credits), {
        withinMs: SETTLE_MS,
      });
      expect(dataOf<unknown[]>(await client.api.get('/api/billing/transactions'))).toHaveLength(1);
      await checkWorld(world);
    },
    CASE_MS,
  );
});

describe('billing and credits are killed while a payment arrives', () => {
  test.each(everything ? ALL_ARRIVALS : ARRIVALS)(
    'a %s, at %s and %s: paid once, granted once, told once',
    async (_what, billingPoint, creditsPoint, sold) => {
      const order = await newOrder(sold);
      const secret = await opened(order);
      await Promise.all([dieAt(world, 'billing', billingPoint), dieAt(world, 'credits', creditsPoint)]);
      await confirmed(secret);
      await hasDied(world, 'billing');
      await world.stack.restart('billing');
      await hasDied(world, 'credits');
      await world.stack.restart('credits');
      await paidOnce(order);
      await checkWorld(world);
    },
    CASE_MS,
  );
});

test('the books agree after all of it', () => expectBooksAgree(world), CASE_MS);

describe('credits is killed while a booking is told', () => {
  let client: Person;
  let hour = 8;
  beforeAll(async () => {
    const order = await newOrder(MONTHLY);
    client = order.client;
    await confirmed(await opened(order));
    await paidOnce(order);
  }, CASE_MS);

  // The first pass is the reservation, or a try of it: whichever it dies at, the browser asks again under one key.
  test.each(['credits.before-save:2', 'credits.after-save:2', 'credits.after-ledger'])(
    'at %s: the session stands and holds one credit',
    async (point) => {
      const before = (await balanceOf(client)).availableCredits;
      const key = freshKey();
      const session = {
        consultantId: mike.userId,
        scheduledStart: `2025-01-06T${String(hour).padStart(2, '0')}:00:00Z`,
        title: point,
        type: 'advisory',
        durationMinutes: 60,
      };
      hour += 1;
      const send = (): Promise<Answer> => client.api.post('/api/consultations', session, key);
      await diesAskedAt(world, 'credits', point, send, [201]);
      await world.stack.restart('credits');
      const { consultationId } = await eventually(async () => dataOf<Consultation>(await send(), 201), {
        withinMs: SETTLE_MS,
      });
      await checkWorld(world);
      expect((await balanceOf(client)).availableCredits).toBe(before - 1);
      const booked = dataOf<Consultation>(await client.api.get(`/api/consultations/${consultationId}`));
      expect(booked.status.current).toBe('scheduled');
    },
    CASE_MS,
  );
});

async function sell(sold: Sold): Promise<void> {
  const { name, type, credits, amount } = sold;
  const packageId = await createPackage(tenant, {
    details: { name, type },
    credits: { total: credits },
    pricing: { amount },
  });
  ids.set(sold, packageId);
}

let buyers = 0;
function newBuyer(): Promise<Person> {
  buyers += 1;
  return registerClient(world, tenant.slug, `Buyer ${buyers}`, `buyer-${buyers}@crash.test`);
}

/** Somebody new who is about to buy. */
async function newOrder(sold: Sold): Promise<Order> {
  const client = await newBuyer();
  const key = freshKey();
  const body = { packageId: ids.get(sold), amount: sold.amount, currency: 'USD' };
  return { client, sold, send: () => client.api.post('/api/billing/payments/intent', body, key) };
}

/** The client secret, sent for again as a browser does until somebody answers. */
function opened({ send }: Order, withinMs = SETTLE_MS): Promise<string> {
  return eventually(
    async () => {
      const { status, body } = await send();
      if (status !== 200) throw new Error(`the intent answered ${status}: ${JSON.stringify(body)}`);
      return body.clientSecret;
    },
    { withinMs },
  );
}

async function confirmed(clientSecret: string): Promise<void> {
  const { status, body } = await confirmPayment(world, clientSecret);
  if (status !== 200) throw new Error(`confirming answered ${status}: ${JSON.stringify(body)}`);
}

/** One payment at Stripe, one transaction, one lot, one mail. */
async function paidOnce({ client, sold }: Order): Promise<void> {
  await mailOf(world, client, /Purchase Confirmed/);
  const transactions = dataOf<{ transactionId: string; status: { current: string } }[]>(
    await client.api.get('/api/billing/transactions'),
  );
  expect(transactions.map(({ status }) => status.current)).toEqual(['succeeded']);
  const { availableCredits, activeCredits } = await balanceOf(client);
  expect(availableCredits).toBe(sold.credits);
  expect(activeCredits.map(({ billingId }) => billingId)).toEqual([transactions[0]?.transactionId]);
  const made = await atStripe<{ metadata: { clientId?: string } }>(
    sold === MONTHLY ? 'subscriptions' : 'payment_intents',
  );
  expect(made.filter(({ metadata }) => metadata.clientId === client.userId)).toHaveLength(1);
  const mails = await mailsTo(world, client.email);
  expect(mails.filter(({ subject }) => /Purchase Confirmed/.test(subject))).toHaveLength(1);
}

/** What there is of a kind at Stripe. */
async function atStripe<T>(kind: string): Promise<T[]> {
  const answer = await fetch(`${world.stack.urls.stripe}/v1/${kind}?limit=100`, {
    headers: { authorization: 'Bearer sk_test_sandbox' },
  });
  return ((await answer.json()) as { data: T[] }).data;
}
