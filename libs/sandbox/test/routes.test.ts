import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ValidateFunction } from 'ajv';
import type { Stripe } from 'stripe';
import { STRIPE_ROUTES } from '../src/stripe/routes/all.ts';
import { readPaths, readSchemas, shapesExist, type Json } from './shapes.ts';
import { priceOf, subscribed } from './subscribing.ts';
import { startSandbox, type Running } from './support.ts';

/** Routes of the pinned SDK that the description does not have yet. */
const YOUNGER = ['POST /v1/invoices/create_preview', 'GET /v1/invoice_payments/{}', 'GET /v1/invoice_payments'];

const withShapes = shapesExist ? test : test.skip;
let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const key = { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/x-www-form-urlencoded' };
async function call(
  method: string,
  path: string,
  form = '',
  headers: object = {},
): Promise<{ status: number; body: Json }> {
  const { stripe: port } = running.sandbox.ports();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...key, ...headers },
    ...(method === 'POST' ? { body: form } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}
const named = (path: string): string => path.replaceAll(/:\w+/g, 'none');

withShapes('every route is one of Stripe', () => {
  const known = readPaths();
  const routes = STRIPE_ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, '{}')}`);
  expect(routes.filter((each) => !known.has(each) && !YOUNGER.includes(each))).toEqual([]);
});

describe('every route', () => {
  test.each(STRIPE_ROUTES.map(({ method, path }) => [method, path] as const))(
    '%s %s refuses what it does not know, and names it',
    async (method, path) => {
      const { status, body } = await call(method, `${named(path)}?no_such_thing=1`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { type: 'invalid_request_error', param: 'no_such_thing' } });
    },
  );

  const single = STRIPE_ROUTES.filter(({ method, path }) => method === 'GET' && /:\w+$/.test(path));
  test.each(single.map(({ path }) => [path] as const))('GET %s answers 404 for what is not there', async (path) => {
    const { status, body } = await call('GET', named(path));
    expect([status, (body['error'] as Json)['code']]).toEqual([404, 'resource_missing']);
  });

  const lists = STRIPE_ROUTES.filter(
    ({ method, path }) => method === 'GET' && !/:\w+$/.test(path) && !path.includes(':') && path !== '/v1/balance',
  );
  test.each(lists.map(({ path }) => [path] as const))('GET %s is a list that goes page by page', async (path) => {
    expect(await call('GET', path)).toMatchObject({
      status: 200,
      body: { object: 'list', url: path, has_more: false },
    });
    const { status, body } = await call('GET', `${path}?starting_after=none`);
    expect([status, (body['error'] as Json)['param']]).toEqual([400, 'starting_after']);
  });
});

describe('errors', () => {
  let validate: ValidateFunction | undefined;

  withShapes.each([
    ['a parameter that is missing', 'POST', '/v1/subscriptions', '', {}],
    ['an object that is not there', 'POST', '/v1/refunds', 'charge=ch_none', {}],
    [
      'a declined card',
      'POST',
      '/v1/payment_intents',
      'amount=500&currency=usd&confirm=true&payment_method=pm_card_chargeDeclined',
      {},
    ],
    ['an address that is not there', 'GET', '/v1/no_such_thing', '', {}],
    ['no key', 'GET', '/v1/products', '', { authorization: '' }],
  ])('of %s have the shape that Stripe describes', async (_what, method, path, form, headers) => {
    const { status, body } = await call(method, path, form, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    validate ??= readSchemas()('error');
    expect(validate(body) ? [] : validate.errors).toEqual([]);
  });
});

test('new kinds go page by page too, newest first', async () => {
  const { stripe } = running;
  const price = await priceOf(running);
  for (let index = 0; index < 3; index += 1) {
    const { id: coupon } = await stripe.coupons.create({ percent_off: 10 });
    await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon } });
    const one = await subscribed(running);
    await stripe.subscriptionSchedules.create({ from_subscription: one.id });
    await stripe.subscriptions.update(one.id, {
      items: [{ id: one.itemId, price }],
      proration_behavior: 'create_prorations',
    });
    const paid = { amount: 900, currency: 'usd', confirm: true, return_url: 'https://shop.test/' };
    const { id } = await stripe.paymentIntents.create({ ...paid, payment_method: 'pm_card_visa' });
    await stripe.refunds.create({ payment_intent: id });
    await stripe.paymentIntents.create({ ...paid, payment_method: 'pm_card_createDispute' });
  }
  const lists: ((page: Stripe.PaginationParams) => Stripe.ApiListPromise<{ id: string }>)[] = [
    (page) => stripe.coupons.list(page),
    (page) => stripe.promotionCodes.list(page),
    (page) => stripe.subscriptionSchedules.list(page),
    (page) => stripe.invoiceItems.list(page),
    (page) => stripe.refunds.list(page),
    (page) => stripe.disputes.list(page),
    (page) => stripe.balanceTransactions.list(page),
  ];
  for (const list of lists) {
    const whole = (await list({ limit: 100 })).data.map(({ id }) => id);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    const paged: string[] = [];
    for await (const { id } of list({ limit: 2 })) paged.push(id);
    expect(paged).toEqual(whole);
  }
});
