import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, stripeError, type Running } from './support.ts';

let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

describe('idempotency keys', () => {
  const params = { amount: 9_900, currency: 'usd' };

  test('the same key with the same parameters answers what was answered first', async () => {
    const first = await running.stripe.paymentIntents.create(params, { idempotencyKey: 'same' });
    const second = await running.stripe.paymentIntents.create(params, { idempotencyKey: 'same' });
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  });

  test('the same key with other parameters, or at another address, is an error', async () => {
    await running.stripe.paymentIntents.create(params, { idempotencyKey: 'reused' });
    const others = [
      () => running.stripe.paymentIntents.create({ ...params, amount: 100 }, { idempotencyKey: 'reused' }),
      () => running.stripe.customers.create({}, { idempotencyKey: 'reused' }),
    ];
    for (const call of others)
      expect(await stripeError(call())).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  test('a declined payment is replayed as declined, and charged once', async () => {
    const { id } = await running.stripe.paymentIntents.create(params);
    const pay = () =>
      running.stripe.paymentIntents.confirm(
        id,
        { payment_method: 'pm_card_chargeDeclined' },
        { idempotencyKey: `pay-${id}` },
      );
    const first = await stripeError(pay());
    const second = await stripeError(pay());
    expect(second).toMatchObject({ statusCode: 402, code: 'card_declined', charge: first.charge });
    expect((await running.stripe.charges.list({ payment_intent: id })).data).toHaveLength(1);
  });

  test('a refused request does not use its key up', async () => {
    await stripeError(
      running.stripe.customers.create({ email: ['not', 'a string'] } as never, { idempotencyKey: 'mended' }),
    );
    expect(await running.stripe.customers.create({ email: 'a@b.test' }, { idempotencyKey: 'mended' })).toMatchObject({
      email: 'a@b.test',
    });
  });

  test('twenty requests at once with one key make one thing', async () => {
    const calls = Array.from({ length: 20 }, () =>
      running.stripe.customers.create({ description: 'raced' }, { idempotencyKey: 'raced' }),
    );
    const results = await Promise.allSettled(calls);
    const made = new Set(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : [])));
    expect(made.size).toBe(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  });
});

describe('accounts', () => {
  test('see nothing of one another, whatever is asked', async () => {
    const [one, other] = [running.client({ account: 'acct_one' }), running.client({ account: 'acct_two' })];
    const customer = await one.customers.create({ email: 'only@one.test' });
    const intent = await one.paymentIntents.create({ amount: 500, currency: 'usd' });
    expect(await one.customers.retrieve(customer.id)).toMatchObject({ email: 'only@one.test' });
    for (const stranger of [other, running.stripe]) {
      expect(await stripeError(stranger.customers.retrieve(customer.id))).toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
      });
      expect(
        await stripeError(stranger.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })),
      ).toMatchObject({ statusCode: 404 });
      expect(
        await stripeError(stranger.paymentIntents.create({ amount: 500, currency: 'usd', customer: customer.id })),
      ).toMatchObject({ statusCode: 400, param: 'customer' });
      expect((await stranger.customers.list({ email: 'only@one.test' })).data).toEqual([]);
      expect(
        (await stranger.events.list({ type: 'payment_intent.created' })).data.map(({ data }) => data.object),
      ).not.toContainEqual(expect.objectContaining({ id: intent.id }));
    }
  });

  test('one idempotency key is two keys in two accounts', async () => {
    const [one, other] = [running.client({ account: 'acct_one' }), running.client({ account: 'acct_two' })];
    const first = await one.customers.create({}, { idempotencyKey: 'shared' });
    const second = await other.customers.create({}, { idempotencyKey: 'shared' });
    expect(second.id).not.toBe(first.id);
  });

  test('a client secret finds its intent in whichever account it is', async () => {
    const intent = await running
      .client({ account: 'acct_one' })
      .paymentIntents.create({ amount: 500, currency: 'usd' });
    const paid = await running.browser(`/v1/payment_intents/${intent.id}/confirm`, {
      client_secret: intent.client_secret ?? '',
      payment_method: 'pm_card_visa',
    });
    expect(paid).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    const [event] = (await running.client({ account: 'acct_one' }).events.list({ type: 'payment_intent.succeeded' }))
      .data;
    expect(event).toMatchObject({ account: 'acct_one', data: { object: { id: intent.id } } });
  });
});

describe('the API as such', () => {
  test('pages go forth and back, newest first', async () => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1)
      made.unshift((await running.stripe.products.create({ name: `P${index}`, metadata: { page: 'yes' } })).id);
    const first = await running.stripe.products.list({ limit: 2 });
    expect(first).toMatchObject({ has_more: true, data: made.slice(0, 2).map((id) => ({ id })) });
    const second = await running.stripe.products.list({ limit: 2, starting_after: made[1] ?? '' });
    expect(second.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
    const back = await running.stripe.products.list({ limit: 2, ending_before: made[2] ?? '' });
    expect(back.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const all: string[] = [];
    for await (const product of running.stripe.products.list({ limit: 2 })) all.push(product.id);
    expect(all).toEqual(made);
  });

  test('what it does not know is refused and named, not ignored', async () => {
    const unknown = await stripeError(running.stripe.customers.create({ shoe_size: 43 } as never));
    expect(unknown).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'shoe_size' });
    expect(await stripeError(running.stripe.payouts.list())).toMatchObject({
      statusCode: 404,
      type: 'StripeInvalidRequestError',
    });
    expect(await stripeError(running.stripe.customers.retrieve('cus_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    expect(await stripeError(running.stripe.paymentIntents.create({ amount: 12.5, currency: 'usd' }))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
    expect(await stripeError(running.stripe.products.list({ expand: ['data.nothing'] }))).toMatchObject({
      statusCode: 400,
      param: 'expand',
    });
  });

  test('one version of the API is spoken, and another one is refused', async () => {
    const other = running.stripe.products.list({}, { apiVersion: '2019-01-01' });
    expect(await stripeError(other)).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
  });

  test('metadata is merged, and an empty value takes a key away', async () => {
    const { id } = await running.stripe.customers.create({ metadata: { keep: '1', drop: '2' } });
    const changed = await running.stripe.customers.update(id, { metadata: { drop: '', add: '3' } });
    expect(changed.metadata).toEqual({ keep: '1', add: '3' });
  });

  test('events can be listed by type, with what an object was before', async () => {
    const { id } = await running.stripe.products.create({ name: 'Before' });
    await running.stripe.products.update(id, { name: 'After' });
    const [event] = (await running.stripe.events.list({ types: ['product.updated'], limit: 1 })).data;
    expect(event).toMatchObject({
      api_version: '2026-10-28.endive',
      data: { object: { id, name: 'After' }, previous_attributes: { name: 'Before' } },
    });
  });

  test('a lookup key belongs to one price until another takes it over', async () => {
    const { id: product } = await running.stripe.products.create({ name: 'Bundle' });
    const price = (more: object) =>
      running.stripe.prices.create({ product, currency: 'usd', unit_amount: 100, lookup_key: 'bundle', ...more });
    const first = await price({});
    expect(await stripeError(price({}))).toMatchObject({ code: 'resource_already_exists' });
    const second = await price({ transfer_lookup_key: true });
    expect((await running.stripe.prices.list({ lookup_keys: ['bundle'] })).data.map(({ id }) => id)).toEqual([
      second.id,
    ]);
    expect((await running.stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });
});
