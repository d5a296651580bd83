import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { fetch } from 'undici';
import { type Answer, dataOf } from '../support/api.ts';
import { diesAskedAt } from '../support/crash.ts';
import { addFinance } from '../support/finance.ts';
import { checkWorld, expectBooksAgree } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
import { sell } from '../support/sale.ts';
import {
  addConsultant,
  advanceTo,
  balanceOf,
  book,
  confirmPayment,
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
const BUNDLE = { name: 'Quick Start', type: 'consultation_bundle', credits: 3, amount: 29_700 };

type Afterwards = 'asked again' | 'left alone';
/** Every point both ways, with `PROOF=all`; else each point once. */
const everything = process.env['PROOF'] === 'all';
const SOME: readonly [string, Afterwards][] = [
  ['billing.refund-recorded', 'left alone'],
  ['billing.refund-revoked', 'asked again'],
  ['billing.refund-placed', 'left alone'],
];
const ALL = SOME.flatMap(([point]): [string, Afterwards][] => [
  [point, 'asked again'],
  [point, 'left alone'],
]);

interface Transaction {
  transactionId: string;
  status: { current: string };
  stripe: { paymentIntentId: string };
  refunds: { amount: number; status: string; creditsRevoked: number }[];
}
interface Sale {
  client: Person;
  transactionId: string;
  intentId: string;
}

let world: World;
let tenant: Tenant;
let mike: Person;
let fiona: Person;
let packageId: string;

beforeAll(async () => {
  world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
  tenant = await createTenant(world, 'refunds');
  mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@refunds.test');
  fiona = await addFinance(world, tenant, 'fiona@refunds.test');
  packageId = await sell(tenant, BUNDLE);
}, 180_000);
afterAll(async () => {
  await world?.stop();
}, 60_000);

describe('a refund over the whole system', () => {
  test(
    'takes what is unused, leaves the session that is booked, is told once; days later the bank sends it back, and the credits are there again',
    async () => {
      const sale = await sold('pm_card_refundFail');
      const session = { title: 'First', type: 'advisory', durationMinutes: 60 };
      await book(sale.client, { consultantId: mike.userId, scheduledStart: '2025-01-06T09:00:00Z', ...session });
      await eventually(async () => expect((await balanceOf(sale.client)).availableCredits).toBe(2));
      const refunded = dataOf<Transaction>(await (await order(sale))());
      expect(refunded).toMatchObject({
        status: { current: 'partially_refunded' },
        refunds: [{ amount: 19_800, status: 'succeeded', creditsRevoked: 2 }],
      });
      expect((await balanceOf(sale.client)).availableCredits).toBe(0);
      expect((await mailOf(world, sale.client, /Refund for Quick Start/)).text).toContain('$198.00');
      await checkWorld(world);
      await advanceTo(world, '2025-01-02T12:00:00Z');
      await eventually(async () => expect((await balanceOf(sale.client)).availableCredits).toBe(2), {
        withinMs: SETTLE_MS,
      });
      expect(await read(sale)).toMatchObject({ status: { current: 'succeeded' }, refunds: [{ status: 'failed' }] });
      await checkWorld(world);
    },
    CASE_MS,
  );
});

describe('billing is killed in the middle of a refund', () => {
  test.each(everything ? ALL : SOME)(
    'at %s, %s: the money goes back once, the credits are gone once, it is told once',
    async (point, afterwards) => {
      const sale = await sold();
      const send = await order(sale);
      await diesAskedAt(world, 'billing', point, send);
      await world.stack.restart('billing');
      if (afterwards === 'asked again') await eventually(async () => dataOf(await send()), { withinMs: SETTLE_MS });
      else await lookNow(sale);
      await eventually(async () => expect((await read(sale)).status.current).toBe('refunded'), { withinMs: SETTLE_MS });
      await mailOf(world, sale.client, /Refund for Quick Start/);
      await checkWorld(world);
      expect((await balanceOf(sale.client)).availableCredits).toBe(0);
      expect(await refundsAtStripe(sale)).toMatchObject([{ amount: BUNDLE.amount, status: 'succeeded' }]);
      const mails = await mailsTo(world, sale.client.email);
      expect(mails.filter(({ subject }) => subject.startsWith('Refund for'))).toHaveLength(1);
      expect((await read(sale)).refunds).toHaveLength(1);
    },
    CASE_MS,
  );
});

test('the books agree after all of it', () => expectBooksAgree(world), CASE_MS);

let buyers = 0;
/** Somebody new who has paid and has the credits. */
async function sold(card?: string): Promise<Sale> {
  buyers += 1;
  const client = await registerClient(world, tenant.slug, `Buyer ${buyers}`, `buyer-${buyers}@refunds.test`);
  const { clientSecret, transactionId } = await eventually(
    async () => {
      const body = { packageId, amount: BUNDLE.amount, currency: 'USD' };
      const answer = await client.api.post<{ clientSecret: string; transactionId: string }>(
        '/api/billing/payments/intent',
        body,
      );
      if (answer.status !== 200)
        throw new Error(`the intent answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    { withinMs: SETTLE_MS },
  );
  await confirmPayment(world, clientSecret, card);
  await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(BUNDLE.credits), {
    withinMs: SETTLE_MS,
  });
  return { client, transactionId, intentId: clientSecret.split('_secret_')[0] ?? '' };
}

/** What finance sends to refund all that is unused, under one key however often. */
async function order({ transactionId }: Sale): Promise<() => Promise<Answer>> {
  const quoted = dataOf<{ options: { quoteId: string }[] }>(
    await fiona.api.post('/api/quotes/refund', { transactionId }),
  );
  const body = { quoteId: quoted.options[0]?.quoteId, reason: 'Moved away' };
  const key = freshKey();
  return () => fiona.api.post(`/api/billing/transactions/${transactionId}/refund`, body, key);
}

async function read({ client, transactionId }: Sale): Promise<Transaction> {
  return dataOf<Transaction>(await client.api.get(`/api/billing/transactions/${transactionId}`));
}

/** Billing looks after what is pending some minutes later; here at once. */
async function lookNow({ transactionId }: Sale): Promise<void> {
  const { mongoUri, namespace } = world.stack;
  const connection = await mongoose.createConnection(mongoUri, { dbName: `${namespace}_billing` }).asPromise();
  try {
    const found = await connection
      .collection('transactions')
      .updateOne({ transactionId, 'refunds.status': 'pending' }, { $set: { checkAt: new Date(0) } });
    expect(found.modifiedCount).toBe(1);
  } finally {
    await connection.close();
  }
}

async function refundsAtStripe({ intentId }: Sale): Promise<{ amount: number; status: string }[]> {
  const answer = await fetch(`${world.stack.urls.stripe}/v1/refunds?payment_intent=${intentId}`, {
    headers: { authorization: 'Bearer sk_test_sandbox' },
  });
  return ((await answer.json()) as { data: { amount: number; status: string }[] }).data;
}
