import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stripe } from 'stripe';
import { subscribed } from './subscribing.ts';
import { idOf, startSandbox, type Running } from './support.ts';

let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const pay = (stripe: Stripe, currency: string, card = 'pm_card_visa'): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount: 10_000,
    currency,
    confirm: true,
    payment_method: card,
    return_url: 'https://shop.test/',
  });

type Sums = Record<string, number>;
const add = (sums: Sums, currency: string, amount: number): Sums => ({
  ...sums,
  [currency]: (sums[currency] ?? 0) + amount,
});
async function booked(stripe: Stripe): Promise<Sums> {
  let sums: Sums = {};
  for await (const { currency, net } of stripe.balanceTransactions.list({ limit: 3 })) sums = add(sums, currency, net);
  return sums;
}
const balance = async (stripe: Stripe, part: 'available' | 'pending'): Promise<Sums> =>
  (await stripe.balance.retrieve())[part].reduce<Sums>((sums, { currency, amount }) => add(sums, currency, amount), {});

test('is the sum of all bookings, by currency, whatever has happened, and each account has its own', async () => {
  const { stripe } = running;
  const other = running.client({ account: 'acct_other' });
  await pay(other, 'usd');
  await subscribed(running);
  const [first] = [await pay(stripe, 'usd'), await pay(stripe, 'jpy'), await pay(stripe, 'kwd')];
  await pay(stripe, 'eur', 'pm_card_chargeDeclined').catch(() => undefined);
  await stripe.refunds.create({ payment_intent: first.id, amount: 2_500 });
  const sentBack = await pay(stripe, 'usd', 'pm_card_refundFail');
  await stripe.refunds.create({ payment_intent: sentBack.id });
  const lost = await pay(stripe, 'usd', 'pm_card_createDispute');
  const [dispute] = (await stripe.disputes.list({ payment_intent: lost.id })).data;
  await stripe.disputes.update(idOf(dispute), { evidence: { uncategorized_text: 'winning_evidence' } });
  await pay(stripe, 'jpy', 'pm_card_createDispute');

  const sums = await booked(stripe);
  const [available, pending] = [await balance(stripe, 'available'), await balance(stripe, 'pending')];
  for (const currency of ['usd', 'jpy', 'kwd'])
    expect((available[currency] ?? 0) + (pending[currency] ?? 0)).toBe(sums[currency]);
  expect(Object.keys(sums).toSorted()).toEqual(Object.keys(available).toSorted());
  expect(sums).not.toHaveProperty('eur');
  expect(pending['kwd']).toBe(10_000 - 320);
  expect(await booked(other)).toEqual({ usd: 10_000 - 320 });

  await running.advance({ days: 3 });
  expect(await balance(stripe, 'available')).toEqual(await booked(stripe));
  expect(Object.values(await balance(stripe, 'pending'))).toEqual([0, 0, 0]);
  const statuses = (await stripe.balanceTransactions.list({ limit: 100 })).data.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(['available']));
});

test('bookings are listed by type, currency, source and time', async () => {
  const stripe = running.client({ account: 'acct_lists' });
  const { latest_charge: charge } = await pay(stripe, 'usd');
  const now = (await stripe.charges.retrieve(idOf(charge))).created;
  await running.advance({ days: 1 });
  await stripe.refunds.create({ charge: idOf(charge) });
  await pay(stripe, 'jpy');
  const typesOf = async (params: Stripe.BalanceTransactionListParams): Promise<string[]> =>
    (await stripe.balanceTransactions.list(params)).data.map(({ type }) => type);
  expect(await typesOf({})).toEqual(['charge', 'refund', 'charge']);
  expect(await typesOf({ type: 'refund' })).toEqual(['refund']);
  expect(await typesOf({ currency: 'jpy' })).toEqual(['charge']);
  expect(await typesOf({ source: idOf(charge) })).toEqual(['charge']);
  expect(await typesOf({ created: { lte: now } })).toEqual(['charge']);
});

test('an account without bookings has nothing', async () => {
  const empty = running.client({ account: 'acct_empty' });
  expect((await empty.balance.retrieve()).available).toMatchObject([{ amount: 0, currency: 'usd' }]);
});
