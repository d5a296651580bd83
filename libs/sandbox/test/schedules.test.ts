import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stripe } from 'stripe';
import { instant, newestInvoice, priceOf, subscribed, type Subscribed } from './subscribing.ts';
import { startSandbox, stripeError, type Running } from './support.ts';

let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

/** The way Stripe has for a downgrade at the end of the period. */
async function changeAtEnd(
  one: Subscribed,
  price: string,
  more: Stripe.SubscriptionScheduleUpdateParams = {},
): Promise<Stripe.SubscriptionSchedule> {
  const { subscriptionSchedules } = running.stripe;
  const schedule = await subscriptionSchedules.create({ from_subscription: one.id });
  expect(schedule).toMatchObject({
    status: 'active',
    subscription: one.id,
    phases: [{ start_date: one.start, end_date: one.end, items: [{ price: one.price, quantity: 1 }] }],
  });
  return subscriptionSchedules.update(schedule.id, {
    phases: [
      { items: [{ price: one.price }], start_date: one.start, end_date: one.end },
      { items: [{ price }], proration_behavior: 'none' },
    ],
    ...more,
  });
}
const planOf = async ({ id }: Subscribed): Promise<unknown> => {
  const { schedule, status, items } = await running.stripe.subscriptions.retrieve(id);
  return { schedule, status, price: items.data[0]?.price.id, end: items.data[0]?.current_period_end };
};

test('a downgrade waits for the end of the period, is billed there once, and then the schedule lets go', async () => {
  const one = await subscribed(running, { amount: 90_000 });
  const cheap = await priceOf(running, { amount: 30_000 });
  const schedule = await changeAtEnd(one, cheap);
  expect(schedule.phases).toMatchObject([{ end_date: one.end }, { start_date: one.end, items: [{ price: cheap }] }]);
  expect(await planOf(one)).toMatchObject({ schedule: schedule.id, price: one.price });
  const preview = await running.stripe.invoices.createPreview({ subscription: one.id });
  expect(preview).toMatchObject({ total: 30_000, lines: { data: [{ period: { start: one.end } }] } });
  await running.advance({ to: instant(one.end) });
  expect(await planOf(one)).toMatchObject({ schedule: schedule.id, price: cheap, status: 'active' });
  expect(await newestInvoice(running, one.id)).toMatchObject({
    billing_reason: 'subscription_cycle',
    amount_paid: 30_000,
    lines: { data: [{ amount: 30_000 }] },
  });
  await running.advance({ days: 31 });
  expect(await planOf(one)).toMatchObject({ schedule: null, price: cheap, status: 'active' });
  expect(await running.stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
    status: 'released',
    released_subscription: one.id,
  });
  expect((await newestInvoice(running, one.id)).amount_paid).toBe(30_000);
});

test('a plan of another rhythm begins its own cycle at the end of the period', async () => {
  const one = await subscribed(running);
  await changeAtEnd(one, await priceOf(running, { amount: 80_000, every: 3 }));
  await running.advance({ to: instant(one.end) });
  const { total, lines } = await newestInvoice(running, one.id);
  expect(total).toBe(80_000);
  const [line] = lines.data;
  const months = new Date((line?.period.end ?? 0) * 1_000).getUTCMonth() - new Date(one.end * 1_000).getUTCMonth();
  expect((months + 12) % 12).toBe(3);
});

test('a downgrade that is taken back changes nothing', async () => {
  const one = await subscribed(running);
  const { id } = await changeAtEnd(one, await priceOf(running, { amount: 10_000 }));
  expect((await running.stripe.subscriptionSchedules.release(id)).status).toBe('released');
  await running.advance({ to: instant(one.end) });
  expect(await planOf(one)).toMatchObject({ schedule: null, price: one.price });
  expect(await stripeError(running.stripe.subscriptionSchedules.release(id))).toMatchObject({ statusCode: 400 });
});

test('a schedule can end its subscription, or is ended with it', async () => {
  const [one, other] = [await subscribed(running), await subscribed(running)];
  const { subscriptionSchedules, subscriptions } = running.stripe;
  const phases = [{ items: [{ price: one.price }], start_date: one.start, end_date: one.end }];
  const first = await subscriptionSchedules.create({ from_subscription: one.id });
  await subscriptionSchedules.update(first.id, { phases, end_behavior: 'cancel' });
  const second = await subscriptionSchedules.create({ from_subscription: other.id });
  await subscriptions.cancel(other.id);
  expect((await subscriptionSchedules.retrieve(second.id)).status).toBe('canceled');
  await running.advance({ to: instant(one.end) });
  expect(await planOf(one)).toMatchObject({ status: 'canceled' });
  expect((await subscriptionSchedules.retrieve(first.id)).status).toBe('completed');
});

test('what Stripe refuses is refused: a second schedule, and cancelling past it', async () => {
  const one = await subscribed(running);
  const { subscriptionSchedules, subscriptions } = running.stripe;
  await subscriptionSchedules.create({ from_subscription: one.id });
  expect(await stripeError(subscriptionSchedules.create({ from_subscription: one.id }))).toMatchObject({
    statusCode: 400,
    param: 'from_subscription',
  });
  expect(await stripeError(subscriptions.update(one.id, { cancel_at_period_end: true }))).toMatchObject({
    statusCode: 400,
    param: 'cancel_at_period_end',
  });
});
