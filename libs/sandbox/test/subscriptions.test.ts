import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stripe } from 'stripe';
import { instant, newestInvoice, subscribed } from './subscribing.ts';
import { startReceiver, startSandbox, WEBHOOK_SECRET, type Receiver, type Running } from './support.ts';

const NOW = { type: 'now' } as const;
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

async function subscribe(
  interval: 'month' | 'year' = 'month',
): Promise<{ subscription: Stripe.Subscription; customer: string; secret: string }> {
  const { stripe } = running;
  const product = await stripe.products.create({ name: 'Growth' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 79_900,
    recurring: { interval },
  });
  const customer = await stripe.customers.create({ email: 'sarah@bakery.test', metadata: { clientId: 'c1' } });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    payment_behavior: 'default_incomplete',
    payment_settings: { save_default_payment_method: 'on_subscription' },
    metadata: { transactionId: 'TXN-1' },
    expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments'],
  });
  const invoice = subscription.latest_invoice as Stripe.Invoice;
  return { subscription, customer: customer.id, secret: invoice.confirmation_secret?.client_secret ?? '' };
}

/** Pays the first invoice as Stripe.js does. */
const confirm = (secret: string, card: string) =>
  running.browser(`/v1/payment_intents/${secret.split('_secret_')[0]}/confirm`, {
    client_secret: secret,
    payment_method: card,
  });

const invoicesOf = async (subscription: string): Promise<Stripe.Invoice[]> =>
  (await running.stripe.invoices.list({ subscription, expand: ['data.payments'] })).data;

const typesOf = (subscription: string): string[] =>
  receiver.events.filter(({ data }) => JSON.stringify(data.object).includes(subscription)).map(({ type }) => type);

test('waits for its first payment, becomes active with it, and keeps the card', async () => {
  const { subscription, customer, secret } = await subscribe();
  expect(subscription).toMatchObject({
    status: 'incomplete',
    latest_invoice: { status: 'open', billing_reason: 'subscription_create', amount_due: 79_900 },
  });
  expect(await confirm(secret, 'pm_card_chargeDeclined')).toMatchObject({
    status: 402,
    body: { error: { code: 'card_declined' } },
  });
  expect((await running.stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete');
  expect(await confirm(secret, 'pm_card_visa')).toMatchObject({ status: 200, body: { status: 'succeeded' } });
  const active = await running.stripe.subscriptions.retrieve(subscription.id, { expand: ['default_payment_method'] });
  expect(active).toMatchObject({ status: 'active', default_payment_method: { customer, card: { last4: '4242' } } });
  const [invoice] = await invoicesOf(subscription.id);
  expect(invoice).toMatchObject({
    status: 'paid',
    amount_paid: 79_900,
    parent: { subscription_details: { subscription: subscription.id, metadata: { transactionId: 'TXN-1' } } },
  });
  // The way from a payment intent to its invoice in the pinned API version.
  const intentId = secret.split('_secret_')[0] ?? '';
  const links = await running.stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intentId },
  });
  expect(links.data).toMatchObject([{ invoice: invoice?.id, status: 'paid', amount_paid: 79_900 }]);
});

test('renews by the clock, each period once, and says so by signed webhooks before the clock answers', async () => {
  const { subscription, secret } = await subscribe();
  await confirm(secret, 'pm_card_visa');
  const periodEnd = subscription.items.data[0]?.current_period_end;
  await running.advance({ to: instant((periodEnd ?? 0) - 1) });
  expect(await invoicesOf(subscription.id)).toHaveLength(1);
  await running.advance({ to: instant(periodEnd ?? 0) });
  const invoices = await invoicesOf(subscription.id);
  expect(invoices).toMatchObject([
    {
      billing_reason: 'subscription_cycle',
      status: 'paid',
      amount_paid: 79_900,
      created: periodEnd,
      lines: { data: [{ period: { start: periodEnd } }] },
    },
    { billing_reason: 'subscription_create' },
  ]);
  expect(typesOf(subscription.id).filter((type) => type === 'invoice.paid')).toHaveLength(2);
  const renewed = await running.stripe.subscriptions.retrieve(subscription.id);
  expect(renewed.items.data[0]?.current_period_start).toBe(periodEnd);
  await running.advance({ days: 92 });
  expect(await invoicesOf(subscription.id)).toHaveLength(5);
});

test('a renewal that is declined makes it past due, is tried again, and a good card brings it back', async () => {
  const { stripe } = running;
  const { subscription, customer, secret } = await subscribe();
  await confirm(secret, 'pm_card_visa');
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: bad.id });
  const periodEnd = subscription.items.data[0]?.current_period_end ?? 0;
  await running.advance({ to: instant(periodEnd ?? 0) });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due');
  const [open] = await invoicesOf(subscription.id);
  expect(open).toMatchObject({ status: 'open', attempt_count: 1, next_payment_attempt: periodEnd + 86_400 });
  expect(typesOf(subscription.id)).toContain('invoice.payment_failed');
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: good.id });
  await running.advance({ days: 1 });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  expect((await invoicesOf(subscription.id))[0]).toMatchObject({ id: open?.id, status: 'paid', attempt_count: 2 });
});

test('a renewal that is never paid ends the subscription after the last try', async () => {
  const { stripe } = running;
  const { subscription, customer, secret } = await subscribe();
  await confirm(secret, 'pm_card_visa');
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: bad.id });
  await running.advance({ days: 40 });
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: 'canceled',
    cancellation_details: { reason: 'payment_failed' },
  });
  expect(typesOf(subscription.id).filter((type) => type === 'invoice.payment_failed')).toHaveLength(4);
});

test('a card that asks for its bank is paid by the buyer at first, and declined when it renews alone', async () => {
  const { subscription, secret } = await subscribe();
  const { body } = await confirm(secret, 'pm_card_authenticationRequired');
  expect(body).toMatchObject({ status: 'requires_action' });
  const action = body['next_action'] as { redirect_to_url: { url: string } };
  await fetch(action.redirect_to_url.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"answer":"complete"}',
  });
  expect((await running.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  await running.advance({ to: instant(subscription.items.data[0]?.current_period_end ?? 0) });
  expect((await running.stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due');
});

test('is cancelled at the end of its period, or at once', async () => {
  const { stripe } = running;
  const first = await subscribe();
  await confirm(first.secret, 'pm_card_visa');
  await stripe.subscriptions.update(first.subscription.id, { cancel_at_period_end: true });
  expect((await stripe.subscriptions.retrieve(first.subscription.id)).status).toBe('active');
  await running.advance({ days: 31 });
  expect((await stripe.subscriptions.retrieve(first.subscription.id)).status).toBe('canceled');
  expect(await invoicesOf(first.subscription.id)).toHaveLength(1);
  const second = await subscribe();
  await confirm(second.secret, 'pm_card_visa');
  expect((await stripe.subscriptions.cancel(second.subscription.id)).status).toBe('canceled');
});

test('a first payment that never comes lets it expire, and its invoice is void', async () => {
  const { subscription } = await subscribe();
  await running.advance({ hours: 23 });
  expect((await running.stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete_expired');
  expect((await invoicesOf(subscription.id))[0]).toMatchObject({ status: 'void' });
});

test('a change of plan is previewed without effect, then billed with what was unused given back', async () => {
  const { stripe } = running;
  const { subscription, customer, secret } = await subscribe();
  await confirm(secret, 'pm_card_visa');
  const [item] = subscription.items.data;
  const dearer = await stripe.prices.create({
    product: item?.price.product as string,
    currency: 'usd',
    unit_amount: 159_800,
    recurring: { interval: 'month' },
  });
  const items = [{ id: item?.id ?? '', price: dearer.id }];
  const preview = await stripe.invoices.createPreview({
    customer,
    subscription: subscription.id,
    subscription_details: { items, proration_behavior: 'always_invoice', billing_cycle_anchor: NOW },
  });
  expect(preview.total).toBe(159_800 - 79_900);
  expect((await stripe.subscriptions.retrieve(subscription.id)).items.data[0]?.price.id).toBe(item?.price.id);
  const changed = await stripe.subscriptions.update(subscription.id, {
    items,
    proration_behavior: 'always_invoice',
    billing_cycle_anchor: NOW,
    expand: ['latest_invoice'],
  });
  expect(changed).toMatchObject({
    status: 'active',
    latest_invoice: { billing_reason: 'subscription_update', status: 'paid', total: 79_900 },
  });
});

test.each(['void', 'keep_as_draft', 'mark_uncollectible'] as const)(
  'a pause that does %s takes no money, and after it the next renewal does',
  async (behavior) => {
    const { stripe } = running;
    const one = await subscribed(running);
    await stripe.subscriptions.update(one.id, { pause_collection: { behavior } });
    await running.advance({ to: instant(one.end) });
    const status = { void: 'void', keep_as_draft: 'draft', mark_uncollectible: 'uncollectible' }[behavior];
    expect(await newestInvoice(running, one.id)).toMatchObject({ status, amount_paid: 0 });
    expect((await stripe.subscriptions.retrieve(one.id)).status).toBe('active');
    await stripe.subscriptions.update(one.id, { pause_collection: '' });
    await running.advance({ days: 31 });
    expect((await newestInvoice(running, one.id)).status).toBe('paid');
  },
);
