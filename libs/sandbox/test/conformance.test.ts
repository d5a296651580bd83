import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import mongoose from 'mongoose';
import { differences, readFixtures, readSchemas, shapesExist, type Json } from './shapes.ts';
import { startSandbox, type Running } from './support.ts';

/**
 * Where the fixtures or the description (October 2025) differ from the pinned SDK's types, which win. Each is one place;
 * everything else must fit.
 */
const FIXTURES_DIFFER: Readonly<Record<string, readonly string[]>> = {
  // Comes only when it is asked for (`expand`).
  charge: ['.refunds: missing'],
  // Stands under `parent.subscription_details` now.
  invoice: ['.subscription: missing'],
  // Is expanded there.
  subscription_schedule: ['.phases[].items[].plan: string, not object'],
};
const missing = (property: string, at = ''): string => `${at} must have required property '${property}'`;
const SCHEMAS_DIFFER: Readonly<Record<string, readonly string[]>> = {
  // Stand on the items now.
  subscription: [missing('current_period_start'), missing('current_period_end')],
  // Stands under `promotion` and `source` now.
  promotion_code: [missing('coupon')],
  discount: [missing('coupon')],
  // Replaced by `status`, `payments` and `total_taxes`; of a line, by `parent`.
  invoice: [
    missing('paid'),
    missing('paid_out_of_band'),
    missing('total_tax_amounts'),
    missing('proration', '/lines/data/*'),
    missing('type', '/lines/data/*'),
  ],
};

const KINDS = [
  'product',
  'price',
  'customer',
  'payment_method',
  'setup_intent',
  'payment_intent',
  'charge',
  'balance_transaction',
  'refund',
  'dispute',
  'subscription',
  'invoice',
  'invoice_payment',
  'invoiceitem',
  'subscription_schedule',
  'customer_balance_transaction',
  'coupon',
  'promotion_code',
  'discount',
  'balance',
  'event',
] as const;

/** Invoice payments are younger than the description. */
const DESCRIBED = KINDS.filter((kind) => kind !== 'invoice_payment');

// Visible in the list of tests where the files are not there: nothing is claimed then.
const withShapes = shapesExist ? test : test.skip;
let validators: ReturnType<typeof readSchemas> | undefined;
let running: Running;
let kept: mongo.Db;
let connection: mongoose.Connection;

beforeAll(async () => {
  running = await startSandbox();
  await makeOneOfEach(running);
  connection = await mongoose.createConnection(process.env['MONGODB_URI'] ?? '').asPromise();
  kept = connection.getClient().db(`${running.namespace}_sandbox`);
});
afterAll(async () => {
  await connection.close();
  await running.stop();
});

/** Everything of a kind that the sandbox has made: what the API answers. */
async function all(kind: string): Promise<Json[]> {
  if (kind === 'balance') return [{ ...(await running.stripe.balance.retrieve()) }];
  const found =
    kind === 'event' ? kept.collection('stripe_events').find() : kept.collection('stripe_objects').find({ kind });
  return (await found.toArray()).map(({ body }) => body as Json);
}

describe("objects against Stripe's published shapes", () => {
  test.each(KINDS)('some %s was made', async (kind) => {
    expect((await all(kind)).length).toBeGreaterThan(0);
  });

  withShapes.each(KINDS)('%s has the fields of the fixture', async (kind) => {
    const fixture = { ...readFixtures()[kind] };
    // What an event is about is checked as an object of its own kind.
    delete fixture['data'];
    const found = (await all(kind)).flatMap((object) => differences(fixture, object));
    expect([...new Set(found)].filter((place) => !FIXTURES_DIFFER[kind]?.includes(place))).toEqual([]);
  });

  withShapes.each(DESCRIBED)('%s validates against the description', async (kind) => {
    validators ??= readSchemas();
    const validate = validators(kind);
    const faults = new Set<string>();
    for (const object of await all(kind)) {
      if (validate(object) === true) continue;
      for (const error of validate.errors ?? [])
        faults.add(`${error.instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*')} ${error.message ?? ''}`);
    }
    expect([...faults].filter((place) => !SCHEMAS_DIFFER[kind]?.includes(place))).toEqual([]);
  });
});

/** A life of each kind, so that every state with a shape of its own is among what is checked. */
async function makeOneOfEach({ stripe, advance }: Running): Promise<void> {
  const product = await stripe.products.create({ name: 'Growth', description: '8 credits' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 79_900,
    recurring: { interval: 'month' },
  });
  await stripe.prices.create({ product: product.id, currency: 'jpy', unit_amount: 9_900 });
  const customer = await stripe.customers.create({ email: 'sarah@bakery.test', address: { city: 'Berlin' } });
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
  const intent = { amount: 9_900, currency: 'usd', confirm: true, return_url: 'https://shop.test/' };
  const paid = await stripe.paymentIntents.create({ ...intent, customer: customer.id, payment_method: good.id });
  await stripe.paymentIntents.create({ ...intent, payment_method: 'pm_card_authenticationRequired' });
  await stripe.paymentIntents.create({ ...intent, payment_method: 'pm_card_chargeDeclined' }).catch(() => undefined);
  const open = await stripe.paymentIntents.create({
    amount: 500,
    currency: 'usd',
    automatic_payment_methods: { enabled: true },
  });
  await stripe.paymentIntents.cancel(open.id);
  await stripe.refunds.create({ payment_intent: paid.id, amount: 900, reason: 'requested_by_customer' });
  for (const card of ['pm_card_refundFail', 'pm_card_pendingRefund']) {
    const { id } = await stripe.paymentIntents.create({ ...intent, payment_method: card });
    await stripe.refunds.create({ payment_intent: id });
  }
  for (const card of ['pm_card_createDispute', 'pm_card_createDispute', 'pm_card_createDisputeInquiry'])
    await stripe.paymentIntents.create({ ...intent, payment_method: card });
  const [, one] = (await stripe.disputes.list()).data;
  await stripe.disputes.update(one?.id ?? '', { evidence: { uncategorized_text: 'winning_evidence' } });
  await stripe.setupIntents.create({ customer: customer.id });
  await stripe.setupIntents.create({
    customer: customer.id,
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'https://shop.test/',
  });
  const terms = { customer: customer.id, items: [{ price: price.id }] };
  const subscription = await stripe.subscriptions.create({ ...terms, default_payment_method: good.id });
  await stripe.subscriptions.create({ ...terms, payment_behavior: 'default_incomplete' });
  await changePlans(stripe, customer.id, price.id);
  await advance({ days: 35 });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: bad.id });
  await advance({ days: 60 });
}

/** What upgrades, downgrades and schedules leave behind. */
async function changePlans(stripe: Running['stripe'], customer: string, price: string): Promise<void> {
  const [good] = (await stripe.customers.listPaymentMethods(customer)).data.filter(
    ({ card }) => card?.last4 === '4242',
  );
  const { product } = await stripe.prices.retrieve(price);
  const other = await stripe.prices.create({
    product: typeof product === 'string' ? product : product.id,
    currency: 'usd',
    unit_amount: 9_900,
    recurring: { interval: 'month' },
  });
  for (const behavior of ['always_invoice', 'create_prorations'] as const) {
    const coupon = await stripe.coupons.create({ percent_off: 5, duration: 'forever', name: 'Five' });
    const code = await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: coupon.id } });
    const discounts = [{ promotion_code: code.id }];
    const terms = { customer, items: [{ price }], default_payment_method: good?.id ?? '', discounts };
    const { id, items } = await stripe.subscriptions.create(terms);
    const change = [{ id: items.data[0]?.id ?? '', price: other.id }];
    await stripe.subscriptions.update(id, { items: change, proration_behavior: behavior });
    await stripe.subscriptionSchedules.create({ from_subscription: id, metadata: { why: 'test' } });
  }
}
