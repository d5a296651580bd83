import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import type { Stripe } from 'stripe';
import {
  idOf,
  startReceiver,
  startSandbox,
  stripeError,
  WEBHOOK_SECRET,
  type Receiver,
  type Running,
} from './support.ts';

const PAID = 29_700;
const FEE = 1_500;
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

const pay = (card: string): Promise<Stripe.PaymentIntent> =>
  running.stripe.paymentIntents.create({
    amount: PAID,
    currency: 'usd',
    confirm: true,
    payment_method: card,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
async function disputed(card = 'pm_card_createDispute'): Promise<Stripe.Dispute> {
  const intent = await pay(card);
  expect(intent.status).toBe('succeeded');
  const [dispute] = (await running.stripe.disputes.list({ payment_intent: intent.id })).data;
  if (dispute === undefined) throw new Error('there is no dispute');
  return dispute;
}
const bookingsOf = async (source: string): Promise<{ amount: number; fee: number; net: number; type: string }[]> =>
  (await running.stripe.balanceTransactions.list({ source })).data.map(({ amount, fee, net, type }) => ({
    amount,
    fee,
    net,
    type,
  }));
const typesOf = (id: string): string[] =>
  receiver.events.filter(({ data }) => JSON.stringify(data.object).includes(id)).map(({ type }) => type);

test('the payment succeeds, then its bank takes it back, and Stripe a fee', async () => {
  const dispute = await disputed();
  expect(dispute).toMatchObject({ amount: PAID, reason: 'fraudulent', status: 'needs_response' });
  expect(await running.stripe.charges.retrieve(idOf(dispute.charge))).toMatchObject({ paid: true, disputed: true });
  expect(await bookingsOf(dispute.id)).toEqual([{ type: 'adjustment', amount: -PAID, fee: FEE, net: -PAID - FEE }]);
  expect(dispute.balance_transactions).toMatchObject([{ net: -PAID - FEE }]);
  expect(await stripeError(running.stripe.refunds.create({ charge: idOf(dispute.charge) }))).toMatchObject({
    statusCode: 400,
    code: 'charge_disputed',
  });
  await eventually(() =>
    expect(typesOf(dispute.id)).toEqual(
      expect.arrayContaining(['charge.dispute.created', 'charge.dispute.funds_withdrawn']),
    ),
  );
});

test('evidence that convinces brings money and fee back', async () => {
  const { stripe } = running;
  const { id } = await disputed();
  const evidence = { uncategorized_text: 'winning_evidence' };
  const staged = await stripe.disputes.update(id, { evidence, submit: false, metadata: { case: '7' } });
  expect(staged).toMatchObject({ status: 'needs_response', metadata: { case: '7' } });
  const won = await stripe.disputes.update(id, { evidence });
  expect(won).toMatchObject({ status: 'won', evidence, evidence_details: { has_evidence: true, submission_count: 1 } });
  const net = (await bookingsOf(id)).reduce((sum, each) => sum + each.net, 0);
  expect(net).toBe(0);
  await eventually(() =>
    expect(typesOf(id)).toEqual(
      expect.arrayContaining(['charge.dispute.updated', 'charge.dispute.funds_reinstated', 'charge.dispute.closed']),
    ),
  );
  expect((await stripe.refunds.create({ charge: idOf(won.charge) })).amount).toBe(PAID);
  expect((await stripeError(stripe.disputes.close(id))).statusCode).toBe(400);
});

test('evidence that does not convince, giving in, or not answering in time loses it', async () => {
  const { stripe } = running;
  const [first, second, third] = [await disputed(), await disputed(), await disputed()];
  await stripe.disputes.update(first.id, { evidence: { uncategorized_text: 'losing_evidence' } });
  expect((await stripe.disputes.close(second.id)).status).toBe('lost');
  await running.advance({ to: new Date((third.evidence_details.due_by ?? 0) * 1_000).toISOString() });
  for (const { id } of [first, second, third]) {
    expect((await stripe.disputes.retrieve(id)).status).toBe('lost');
    expect(await bookingsOf(id)).toHaveLength(1);
    expect(typesOf(id)).toContain('charge.dispute.closed');
    expect(typesOf(id)).not.toContain('charge.dispute.funds_reinstated');
  }
});

test('a question of the bank takes no money, until it is escalated', async () => {
  const { stripe } = running;
  const asked = await disputed('pm_card_createDisputeInquiry');
  expect(asked).toMatchObject({ status: 'warning_needs_response', is_charge_refundable: true });
  expect(await bookingsOf(asked.id)).toEqual([]);
  const escalated = await stripe.disputes.update(asked.id, {
    evidence: { uncategorized_text: 'escalate_inquiry_evidence' },
  });
  expect(escalated).toMatchObject({ status: 'needs_response', balance_transactions: [{ amount: -PAID }] });
  const answered = await disputed('pm_card_createDisputeInquiry');
  const evidence = { uncategorized_text: 'winning_evidence' };
  expect((await stripe.disputes.update(answered.id, { evidence })).status).toBe('warning_closed');
});

test('the control server disputes any payment, once, over no more than is left of it', async () => {
  const { latest_charge: charge } = await pay('pm_card_visa');
  await running.stripe.refunds.create({ charge: idOf(charge), amount: 9_700 });
  const dispute = (body: object) => running.control('/sandbox/disputes', { method: 'POST', body });
  expect((await dispute({ charge, amount: PAID })).status).toBe(409);
  const made = await dispute({ charge, reason: 'product_not_received' });
  const { id } = made.body as { id: string };
  expect(await running.stripe.disputes.retrieve(id)).toMatchObject({ amount: 20_000, reason: 'product_not_received' });
  expect((await dispute({ charge })).status).toBe(409);
});
