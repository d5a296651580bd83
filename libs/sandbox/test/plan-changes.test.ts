import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stripe } from 'stripe';
import { instant, invoicesOf, newestInvoice, priceOf, subscribed, type Subscribed } from './subscribing.ts';
import { startSandbox, stripeError, type Running } from './support.ts';

const CHEAP = 30_000;
const DEAR = 90_000;
let running: Running;
let dear: string;

// A month of 30 days, so that a third of it is a third of the price.
beforeAll(async () => {
  running = await startSandbox({ CONSULT_CLOCK_START: '2025-04-01T09:00:00Z' });
  dear = await priceOf(running, { amount: DEAR });
});
afterAll(() => running.stop());

const items = ({ itemId }: Subscribed, price = dear) => [{ id: itemId, price }];
const amounts = ({ lines }: Stripe.Invoice): number[] => lines.data.map(({ amount }) => amount);
const toThird = ({ start, end }: Subscribed): Promise<string> =>
  running.advance({ to: instant(start + (end - start) / 3) });
const share = ({ start, end }: Subscribed, amount: number, from: number): number =>
  Math.round((amount * (end - from)) / (end - start));
const nowSeconds = async (): Promise<number> =>
  Date.parse(((await running.control('/sandbox/clock')).body as { now: string }).now) / 1_000;

test('an upgrade costs what its preview said: the rest at the new price, less the rest at the old', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  await toThird(one);
  const now = await nowSeconds();
  const details = { items: items(one), proration_behavior: 'always_invoice', proration_date: now } as const;
  const preview = await stripe.invoices.createPreview({ subscription: one.id, subscription_details: details });
  const [credit, debit] = [-share(one, CHEAP, now), share(one, DEAR, now)];
  expect(amounts(preview)).toEqual([credit, debit]);
  expect(preview).toMatchObject({ amount_due: credit + debit, billing_reason: 'subscription_update' });
  expect((await stripe.subscriptions.retrieve(one.id)).items.data[0]?.price.id).toBe(one.price);
  // Time goes by between the quote and the change; the price stays the quoted one.
  await running.advance({ hours: 1 });
  await stripe.subscriptions.update(one.id, details);
  const invoice = await newestInvoice(running, one.id);
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: preview.amount_due });
  expect(invoice.lines.data[0]?.parent?.subscription_item_details).toMatchObject({
    proration: true,
    proration_details: { credited_items: { invoice: expect.stringMatching(/^in_/) } },
  });
  await running.advance({ to: instant(one.end) });
  expect(amounts(await newestInvoice(running, one.id))).toEqual([DEAR]);
});

test('a proration date outside of the period is refused', async () => {
  const one = await subscribed(running);
  const change = running.stripe.subscriptions.update(one.id, { items: items(one), proration_date: one.end + 1 });
  expect(await stripeError(change)).toMatchObject({ statusCode: 400, param: 'proration_date' });
});

test('a change made and unmade within one second comes to nothing', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  await toThird(one);
  const behavior = { proration_behavior: 'always_invoice' } as const;
  await stripe.subscriptions.update(one.id, { items: items(one), ...behavior });
  await stripe.subscriptions.update(one.id, { items: items(one, one.price), ...behavior });
  const [back, forth] = await invoicesOf(running, one.id);
  expect((back?.total ?? 0) + (forth?.total ?? 0)).toBe(0);
});

test('a downgrade at once gives credit, which pays the next invoices first', async () => {
  const { stripe } = running;
  const one = await subscribed(running, { amount: DEAR });
  const cheap = await priceOf(running, { amount: 10_000 });
  await toThird(one);
  const now = await nowSeconds();
  await stripe.subscriptions.update(one.id, { items: items(one, cheap), proration_behavior: 'always_invoice' });
  const credit = share(one, 10_000, now) - share(one, DEAR, now);
  expect(await newestInvoice(running, one.id)).toMatchObject({ total: credit, amount_due: 0, status: 'paid' });
  expect(await stripe.customers.retrieve(one.customer)).toMatchObject({ balance: credit });
  await running.advance({ to: instant(one.end) });
  expect(await newestInvoice(running, one.id)).toMatchObject({
    total: 10_000,
    amount_due: 0,
    starting_balance: credit,
    ending_balance: credit + 10_000,
  });
  const moves = (await stripe.customers.listBalanceTransactions(one.customer)).data;
  expect(moves.map(({ amount, ending_balance: ending }) => [amount, ending])).toEqual([
    [10_000, credit + 10_000],
    [credit, credit],
  ]);
});

test('prorations that are only created wait for the renewal, and its preview shows them', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  await toThird(one);
  const now = await nowSeconds();
  await stripe.subscriptions.update(one.id, { items: items(one), proration_behavior: 'create_prorations' });
  expect(await invoicesOf(running, one.id)).toHaveLength(1);
  expect((await stripe.invoiceItems.list({ customer: one.customer, pending: true })).data).toHaveLength(2);
  const expected = [-share(one, CHEAP, now), share(one, DEAR, now), DEAR];
  expect(amounts(await stripe.invoices.createPreview({ subscription: one.id }))).toEqual(expected);
  await running.advance({ to: instant(one.end) });
  expect(amounts(await newestInvoice(running, one.id))).toEqual(expected);
  expect((await stripe.invoiceItems.list({ customer: one.customer, pending: true })).data).toEqual([]);
});

test('without prorations the new price counts from the renewal', async () => {
  const one = await subscribed(running);
  await toThird(one);
  const details = { items: items(one), proration_behavior: 'none' } as const;
  const preview = await running.stripe.invoices.createPreview({ subscription: one.id, subscription_details: details });
  expect(amounts(preview)).toEqual([DEAR]);
  await running.stripe.subscriptions.update(one.id, details);
  expect(await invoicesOf(running, one.id)).toHaveLength(1);
  await running.advance({ to: instant(one.end) });
  expect(amounts(await newestInvoice(running, one.id))).toEqual([DEAR]);
});

test('another rhythm, or a cycle that begins anew, bills a whole period at once', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  const yearly = await priceOf(running, { amount: 300_000, interval: 'year' });
  await toThird(one);
  const now = await nowSeconds();
  const changed = await stripe.subscriptions.update(one.id, {
    items: items(one, yearly),
    proration_behavior: 'always_invoice',
  });
  expect(changed.billing_cycle_anchor).toBe(now);
  const year = new Date(now * 1_000).getUTCFullYear();
  expect(instant(changed.items.data[0]?.current_period_end ?? 0)).toBe(
    instant(now).replace(String(year), String(year + 1)),
  );
  expect(amounts(await newestInvoice(running, one.id))).toEqual([-share(one, CHEAP, now), 300_000]);
});

test('a subscription that ends at once can give back what was not used', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  await toThird(one);
  const credit = -share(one, CHEAP, await nowSeconds());
  const ended = await stripe.subscriptions.cancel(one.id, { prorate: true, invoice_now: true });
  expect(ended.status).toBe('canceled');
  expect(await newestInvoice(running, one.id)).toMatchObject({ total: credit, status: 'paid' });
  expect(await stripe.customers.retrieve(one.customer)).toMatchObject({ balance: credit });
});

test('a change whose payment is declined leaves the subscription overdue, or does not happen, as asked', async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  await toThird(one);
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: one.customer });
  await stripe.subscriptions.update(one.id, { default_payment_method: bad.id });
  const change = { items: items(one), proration_behavior: 'always_invoice' } as const;
  expect(
    await stripeError(stripe.subscriptions.update(one.id, { ...change, payment_behavior: 'error_if_incomplete' })),
  ).toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect((await stripe.subscriptions.retrieve(one.id)).items.data[0]?.price.id).toBe(one.price);
  expect((await stripe.subscriptions.update(one.id, change)).status).toBe('past_due');
});
