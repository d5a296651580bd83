import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, newestInvoice, priceOf, subscribed } from './subscribing.ts';
import { startSandbox, stripeError, type Running } from './support.ts';

const PRICE = 30_000;
let running: Running;
beforeAll(async () => {
  running = await startSandbox({ CONSULT_CLOCK_START: '2025-04-01T09:00:00Z' });
});
afterAll(() => running.stop());

const withCoupon = (coupon: string) => subscribed(running, { more: { discounts: [{ coupon }] } });
const codeFor = (coupon: string, more: object = {}) =>
  running.stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon }, ...more });
/** What each renewal costs, one month after the other. */
async function renewals(id: string, end: number, months: number): Promise<number[]> {
  const totals = [];
  for (let month = 0; month < months; month += 1) {
    const day = new Date(end * 1_000);
    day.setUTCMonth(day.getUTCMonth() + month);
    await running.advance({ to: day.toISOString() });
    totals.push((await newestInvoice(running, id)).total);
  }
  return totals;
}

test('is made, read, renamed, listed and deleted', async () => {
  const { coupons } = running.stripe;
  const made = await coupons.create({ id: 'SPRING', percent_off: 12.5, name: 'Spring', metadata: { by: 'us' } });
  expect(made).toMatchObject({ id: 'SPRING', percent_off: 12.5, duration: 'once', valid: true, times_redeemed: 0 });
  expect(await stripeError(coupons.create({ id: 'SPRING', percent_off: 5 }))).toMatchObject({
    statusCode: 400,
    code: 'resource_already_exists',
  });
  expect(await coupons.update('SPRING', { name: 'May' })).toMatchObject({ name: 'May', metadata: { by: 'us' } });
  expect((await coupons.list()).data.map(({ id }) => id)).toContain('SPRING');
  const one = await withCoupon('SPRING');
  expect(await coupons.del('SPRING')).toMatchObject({ id: 'SPRING', deleted: true });
  expect(await stripeError(coupons.retrieve('SPRING'))).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  expect((await coupons.list()).data.map(({ id }) => id)).not.toContain('SPRING');
  // What was redeemed before stays.
  const expand = ['discounts', 'discounts.source.coupon'];
  const [invoice] = (
    await running.stripe.invoices.list({ subscription: one.id, expand: expand.map((each) => `data.${each}`) })
  ).data;
  expect(invoice).toMatchObject({ total: 26_250, discounts: [{ source: { coupon: { id: 'SPRING', valid: false } } }] });
});

test.each([
  ['neither nor', { duration: 'once' }],
  ['both', { percent_off: 5, amount_off: 5, currency: 'usd' }],
  ['an amount without a currency', { amount_off: 500 }],
  ['more than all', { percent_off: 101 }],
  ['months of what is not repeated', { percent_off: 5, duration: 'once', duration_in_months: 2 }],
] as const)('%s is refused', async (_what, terms) => {
  expect(await stripeError(running.stripe.coupons.create(terms))).toMatchObject({ statusCode: 400 });
});

test('once lowers the first invoice only, and its sums say so', async () => {
  const coupon = await running.stripe.coupons.create({ amount_off: 4_501, currency: 'usd', duration: 'once' });
  const one = await withCoupon(coupon.id);
  const invoice = await newestInvoice(running, one.id);
  expect(invoice).toMatchObject({
    subtotal: PRICE,
    total: 25_499,
    amount_paid: 25_499,
    total_discount_amounts: [{ amount: 4_501 }],
    lines: { data: [{ amount: PRICE, discount_amounts: [{ amount: 4_501 }] }] },
  });
  expect(await running.stripe.coupons.retrieve(coupon.id)).toMatchObject({ times_redeemed: 1 });
  expect(await renewals(one.id, one.end, 2)).toEqual([PRICE, PRICE]);
});

test('repeating ends after its months, forever does not', async () => {
  const { coupons } = running.stripe;
  const some = await withCoupon(
    (await coupons.create({ percent_off: 50, duration: 'repeating', duration_in_months: 2 })).id,
  );
  expect((await newestInvoice(running, some.id)).total).toBe(15_000);
  expect(await renewals(some.id, some.end, 3)).toEqual([15_000, PRICE, PRICE]);
  const all = await withCoupon((await coupons.create({ percent_off: 10, duration: 'forever' })).id);
  expect(await renewals(all.id, all.end, 3)).toEqual([27_000, 27_000, 27_000]);
  await running.stripe.subscriptions.update(all.id, { discounts: '' });
  const preview = await running.stripe.invoices.createPreview({ subscription: all.id });
  expect(preview.total).toBe(PRICE);
});

test('everything off needs no payment', async () => {
  const coupon = await running.stripe.coupons.create({ percent_off: 100 });
  const one = await withCoupon(coupon.id);
  expect(await newestInvoice(running, one.id)).toMatchObject({ total: 0, status: 'paid', amount_paid: 0 });
  expect((await running.stripe.charges.list({ customer: one.customer })).data).toEqual([]);
});

test('what was not paid is not given back by a change of plan', async () => {
  const coupon = await running.stripe.coupons.create({ percent_off: 50, duration: 'forever' });
  const one = await withCoupon(coupon.id);
  const dear = await priceOf(running, { amount: 90_000 });
  const items = [{ id: one.itemId, price: dear }];
  await running.stripe.subscriptions.update(one.id, { items, proration_behavior: 'always_invoice' });
  const { lines, total } = await newestInvoice(running, one.id);
  expect(lines.data.map(({ amount }) => amount)).toEqual([-15_000, 45_000]);
  expect(total).toBe(30_000);
});

test('runs out: by date, by number, and for another currency', async () => {
  const { stripe } = running;
  const now = Date.parse(((await running.control('/sandbox/clock')).body as { now: string }).now) / 1_000;
  const dated = await stripe.coupons.create({ percent_off: 10, redeem_by: now + 3_600 });
  const few = await stripe.coupons.create({ percent_off: 10, max_redemptions: 1 });
  await withCoupon(few.id);
  await running.advance({ hours: 2 });
  for (const { id } of [dated, few]) {
    expect((await stripe.coupons.retrieve(id)).valid).toBe(false);
    expect(await stripeError(withCoupon(id))).toMatchObject({ statusCode: 400, code: 'coupon_expired' });
  }
  const euros = await stripe.coupons.create({ amount_off: 500, currency: 'eur' });
  expect(await stripeError(withCoupon(euros.id))).toMatchObject({ statusCode: 400, param: 'discounts[0][coupon]' });
  expect(await stripeError(withCoupon('NONE'))).toMatchObject({
    code: 'resource_missing',
    param: 'discounts[0][coupon]',
  });
});

test('a promotion code names a coupon, counts itself, and keeps its own conditions', async () => {
  const { stripe } = running;
  const { id: coupon } = await stripe.coupons.create({ percent_off: 20 });
  const code = await codeFor(coupon, { code: 'Fall20', max_redemptions: 1, metadata: { by: 'us' } });
  expect(code).toMatchObject({ code: 'Fall20', active: true, promotion: { coupon, type: 'coupon' } });
  expect((await stripe.promotionCodes.list({ code: 'FALL20' })).data.map(({ id }) => id)).toEqual([code.id]);
  expect(await stripeError(codeFor(coupon, { code: 'fall20' }))).toMatchObject({ code: 'resource_already_exists' });
  const redeem = (id: string) => subscribed(running, { more: { discounts: [{ promotion_code: id }] } });
  const one = await redeem(code.id);
  const invoice = await newestInvoice(running, one.id);
  expect(invoice.total).toBe(24_000);
  expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ times_redeemed: 1, active: false });
  expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(1);
  expect(await stripeError(redeem(code.id))).toMatchObject({ statusCode: 400, param: 'discounts[0][promotion_code]' });
  const high = await codeFor(coupon, { restrictions: { minimum_amount: 40_000, minimum_amount_currency: 'usd' } });
  const off = await codeFor(coupon);
  await stripe.promotionCodes.update(off.id, { active: false });
  const others = await codeFor(coupon, { customer: one.customer });
  for (const { id } of [high, off, others]) expect(await stripeError(redeem(id))).toMatchObject({ statusCode: 400 });
});

test('a preview tries a coupon without redeeming it', async () => {
  const { stripe } = running;
  const coupon = await stripe.coupons.create({ percent_off: 25 });
  const one = await subscribed(running);
  const preview = await stripe.invoices.createPreview({ subscription: one.id, discounts: [{ coupon: coupon.id }] });
  expect(preview.total).toBe(22_500);
  expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(0);
  expect((await stripe.subscriptions.retrieve(one.id)).discounts).toEqual([]);
  expect(instant(preview.lines.data[0]?.period.start ?? 0)).toBe(instant(one.end));
});
