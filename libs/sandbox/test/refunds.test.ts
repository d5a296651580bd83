import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import type { Stripe } from 'stripe';
import { startReceiver, startSandbox, stripeError, WEBHOOK_SECRET, type Receiver, type Running } from './support.ts';

const PAID = 29_700;
let running: Running;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  running = await startSandbox({ STRIPE_WEBHOOK_URL: receiver.url, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
});
afterAll(async () => {
  await running.stop();
  await receiver.stop();
});

async function paid(card = 'pm_card_visa', currency = 'usd'): Promise<string> {
  const { id } = await running.stripe.paymentIntents.create({
    amount: PAID,
    currency,
    confirm: true,
    payment_method: card,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  return id;
}
async function chargeOf(intent: string): Promise<Stripe.Charge> {
  const [charge] = (await running.stripe.charges.list({ payment_intent: intent })).data;
  if (charge === undefined) throw new Error('there is no charge');
  return charge;
}
const typesOf = (id: string): string[] =>
  receiver.events.filter(({ data }) => JSON.stringify(data.object).includes(id)).map(({ type }) => type);

test('give back a part, then another, then the rest, and never more', async () => {
  const { stripe } = running;
  const intent = await paid();
  const terms = { payment_intent: intent, reason: 'requested_by_customer', metadata: { refundId: 'r1' } } as const;
  const first = await stripe.refunds.create({ ...terms, amount: 9_900 });
  expect(first).toMatchObject({ ...terms, amount: 9_900, status: 'succeeded' });
  // As a seller does it in the dashboard: by the charge, without notes of ours.
  const { id: charge } = await chargeOf(intent);
  const second = await stripe.refunds.create({ charge, amount: 100 });
  expect(second).toMatchObject({ amount: 100, metadata: {}, reason: null, payment_intent: intent });
  expect(await stripeError(stripe.refunds.create({ payment_intent: intent, amount: 20_000 }))).toMatchObject({
    statusCode: 400,
    type: 'StripeInvalidRequestError',
    param: 'amount',
    message: 'Refund amount ($200.00) is greater than unrefunded amount on charge ($197.00)',
  });
  expect(await stripeError(stripe.refunds.create({ payment_intent: intent, amount: 0 }))).toMatchObject({
    param: 'amount',
  });
  expect(await chargeOf(intent)).toMatchObject({ refunded: false, amount_refunded: 10_000 });
  const last = await stripe.refunds.create({ payment_intent: intent });
  expect(last.amount).toBe(PAID - 10_000);
  expect(await stripeError(stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
    statusCode: 400,
    code: 'charge_already_refunded',
  });
  expect(await chargeOf(intent)).toMatchObject({ refunded: true, amount_refunded: PAID });
  for (const list of [await stripe.refunds.list({ charge }), await stripe.refunds.list({ payment_intent: intent })])
    expect(list.data.map(({ id }) => id)).toEqual([last.id, second.id, first.id]);
  await eventually(() => expect(typesOf(charge).filter((type) => type === 'charge.refunded')).toHaveLength(3));
  expect(typesOf(first.id)).toContain('refund.created');
});

test('is booked on the balance, without a fee', async () => {
  const refund = await running.stripe.refunds.create({ payment_intent: await paid(), amount: 9_900 });
  const expanded = await running.stripe.refunds.retrieve(refund.id, { expand: ['balance_transaction'] });
  expect(expanded.balance_transaction).toMatchObject({ type: 'refund', amount: -9_900, fee: 0, net: -9_900 });
  const listed = await running.stripe.balanceTransactions.list({ type: 'refund', source: refund.id });
  expect(listed.data.map(({ source }) => source)).toEqual([refund.id]);
});

test('notes of a refund can be changed, and that is told', async () => {
  const refund = await running.stripe.refunds.create({ payment_intent: await paid() });
  const changed = await running.stripe.refunds.update(refund.id, { metadata: { refundId: 'r2' } });
  expect(changed.metadata).toEqual({ refundId: 'r2' });
  await eventually(() => expect(typesOf(refund.id)).toContain('refund.updated'));
});

test('one that the bank sends back fails a day later, and the money is there again', async () => {
  const intent = await paid('pm_card_refundFail');
  const refund = await running.stripe.refunds.create({ payment_intent: intent });
  expect(refund.status).toBe('succeeded');
  await running.advance({ hours: 23 });
  expect((await running.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
  await running.advance({ hours: 1 });
  const failed = await running.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
  expect(failed).toMatchObject({
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: { type: 'refund_failure', amount: PAID, net: PAID },
  });
  expect(await chargeOf(intent)).toMatchObject({ refunded: false, amount_refunded: 0 });
  expect(typesOf(refund.id)).toEqual(expect.arrayContaining(['refund.created', 'refund.failed', 'refund.updated']));
});

test('one that waits is pending for a day, then succeeds', async () => {
  const intent = await paid('pm_card_pendingRefund');
  const refund = await running.stripe.refunds.create({ payment_intent: intent });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  expect(await chargeOf(intent)).toMatchObject({ refunded: true });
  await running.advance({ days: 1 });
  expect(await running.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
  expect(typesOf(refund.id)).toContain('refund.updated');
  await running.advance({ days: 1 });
  expect((await running.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
});
