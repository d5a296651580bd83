import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { Stripe } from 'stripe';
import { startReceiver, startSandbox, stripeError, WEBHOOK_SECRET, type Receiver, type Running } from './support.ts';

let running: Running;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  running = await startSandbox({ STRIPE_WEBHOOK_URL: receiver.url, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
});
afterEach(async () => {
  await plan([]);
  await running.control('/sandbox/webhooks', { method: 'PUT', body: {} });
});
afterAll(async () => {
  await running.stop();
  await receiver.stop();
});

const plan = (faults: object[]) => running.control('/sandbox/faults', { method: 'PUT', body: faults });
const switchTo = (switches: object) => running.control('/sandbox/webhooks', { method: 'PUT', body: switches });
const named = async (name: string): Promise<number> =>
  (await running.stripe.products.list({ limit: 100 })).data.filter((product) => product.name === name).length;
/** An SDK that does not wait long. */
const hasty = (): Stripe =>
  new Stripe('sk_test_sandbox', {
    host: '127.0.0.1',
    port: running.sandbox.ports().stripe,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 300,
    telemetry: false,
  });

test('the next calls fail as told, in the shape of Stripe, and nothing is done', async () => {
  const error = { type: 'api_error', code: 'lock_timeout', message: 'Try again.' };
  await plan([{ method: 'POST', path: '/v1/products', status: 503, error, times: 2, skip: 1 }]);
  await running.stripe.products.create({ name: 'first' });
  for (const name of ['second', 'third'])
    expect(await stripeError(running.stripe.products.create({ name }))).toMatchObject({
      statusCode: 503,
      type: 'StripeAPIError',
      code: 'lock_timeout',
      message: 'Try again.',
    });
  expect([await named('first'), await named('second'), await named('third')]).toEqual([1, 0, 0]);
  expect((await running.control('/sandbox/faults')).body).toEqual([]);
  await running.stripe.products.create({ name: 'fourth' });
});

test('a star stands for any part of the address; a decline can be told too', async () => {
  const intent = await running.stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  const error = { type: 'card_error', code: 'card_declined', decline_code: 'try_again_later' };
  await plan([{ path: '/v1/payment_intents/*/confirm', status: 402, error }]);
  expect((await running.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
  const confirm = () => running.stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  expect(await stripeError(confirm())).toMatchObject({ type: 'StripeCardError', decline_code: 'try_again_later' });
  expect((await confirm()).status).toBe('succeeded');
});

test('work is done and never answered; the same key gets its answer later', async () => {
  await plan([{ method: 'POST', path: '/v1/products', when: 'after', answer: 'nothing' }]);
  const create = () => hasty().products.create({ name: 'unheard' }, { idempotencyKey: 'unheard' });
  expect(await stripeError(create())).toMatchObject({ type: 'StripeConnectionError' });
  expect(await named('unheard')).toBe(1);
  const again = await create();
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(await named('unheard')).toBe(1);
});

test('work is done and answered with an error; or nothing is done and nothing answered; or all is well but late', async () => {
  await plan([
    { method: 'POST', path: '/v1/products', when: 'after', status: 500 },
    { method: 'POST', path: '/v1/customers', answer: 'nothing' },
    { method: 'POST', path: '/v1/coupons', answer: 'late', delayMs: 50 },
  ]);
  expect(await stripeError(running.stripe.products.create({ name: 'lost' }))).toMatchObject({ statusCode: 500 });
  expect(await named('lost')).toBe(1);
  expect(await stripeError(hasty().customers.create({ description: 'nobody' }))).toMatchObject({
    type: 'StripeConnectionError',
  });
  expect((await running.stripe.customers.list()).data).toEqual([]);
  expect(await running.stripe.coupons.create({ percent_off: 5 })).toMatchObject({ percent_off: 5 });
});

test('faults that do not exist, or go on for ever, are refused', async () => {
  for (const fault of [{ path: '/other' }, { path: '/v1/x', times: 1_001 }, { path: '/v1/x', explode: true }])
    expect(await plan([fault])).toMatchObject({ status: 400 });
});

test('a share of the webhooks is lost, the same ones for the same seed', async () => {
  const lostOf = async (seed: number): Promise<boolean[]> => {
    await switchTo({ dropShare: 0.5, seed });
    const made: string[] = [];
    for (let index = 0; index < 12; index += 1)
      made.push((await running.stripe.products.create({ name: 'shared' })).id);
    await eventually(async () =>
      expect((await running.control('/sandbox/webhooks')).body).toMatchObject({ undelivered: 0 }),
    );
    const heard = new Set(receiver.events.map(({ data }) => (data.object as { id: string }).id));
    return made.map((id) => !heard.has(id));
  };
  const first = await lostOf(7);
  expect(new Set(first)).toEqual(new Set([true, false]));
  expect(await lostOf(7)).toEqual(first);
  expect(await lostOf(8)).not.toEqual(first);
});

test('a webhook that was changed on its way is refused by its signature, and comes again as it was', async () => {
  await switchTo({ corrupt: 1 });
  const before = receiver.requests;
  const { id } = await running.stripe.products.create({ name: 'spoiled' });
  const arrived = () => receiver.events.filter(({ data }) => (data.object as { id: string }).id === id);
  await eventually(() => expect(arrived()).toHaveLength(1));
  expect(receiver.requests - before).toBe(2);
});
