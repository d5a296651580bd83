import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import type { Stripe } from 'stripe';
import { startReceiver, startSandbox, stripeError, WEBHOOK_SECRET, type Receiver, type Running } from './support.ts';

const CLOCK_START_SECONDS = Date.parse('2025-01-01T09:00:00Z') / 1_000;
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

const intent = (more: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> =>
  running.stripe.paymentIntents.create({
    amount: 29_700,
    currency: 'usd',
    automatic_payment_methods: { enabled: true },
    ...more,
  });

const eventTypesOf = (id: string): string[] =>
  receiver.events.filter(({ data }) => JSON.stringify(data.object).includes(id)).map(({ type }) => type);

describe('a one-time payment', () => {
  test('is confirmed with the client secret and a publishable key, as Stripe.js does', async () => {
    const { id, client_secret: secret } = await intent({ metadata: { transactionId: 'TXN-100001-0001' } });
    const answer = await running.browser(`/v1/payment_intents/${id}/confirm`, {
      client_secret: secret ?? '',
      payment_method: 'pm_card_visa',
    });
    expect(answer).toMatchObject({ status: 200, body: { id, status: 'succeeded', amount: 29_700 } });
    // A browser does not see the seller's notes, nor the charge.
    expect(answer.body).not.toHaveProperty('metadata');
    expect(answer.body).not.toHaveProperty('latest_charge');
    const paid = await running.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.balance_transaction'] });
    expect(paid).toMatchObject({
      status: 'succeeded',
      amount_received: 29_700,
      created: CLOCK_START_SECONDS,
      metadata: { transactionId: 'TXN-100001-0001' },
      latest_charge: {
        paid: true,
        payment_method_details: { card: { last4: '4242' } },
        balance_transaction: { amount: 29_700, fee: 891, net: 28_809 },
      },
    });
    await eventually(() =>
      expect(eventTypesOf(id)).toEqual(
        expect.arrayContaining([
          'payment_intent.created',
          'payment_intent.succeeded',
          'charge.succeeded',
          'charge.updated',
        ]),
      ),
    );
  });

  test('a browser gets nothing without the client secret, and with a wrong one the intent does not exist', async () => {
    const { id } = await intent();
    const without = await running.browser(`/v1/payment_intents/${id}/confirm`, { payment_method: 'pm_card_visa' });
    expect(without).toMatchObject({
      status: 400,
      body: { error: { code: 'parameter_missing', param: 'client_secret' } },
    });
    const wrong = await running.browser(`/v1/payment_intents/${id}/confirm`, {
      client_secret: `${id}_secret_wrong`,
      payment_method: 'pm_card_visa',
    });
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: 'resource_missing' } } });
    expect((await running.stripe.paymentIntents.retrieve(id)).status).toBe('requires_payment_method');
  });

  test('a publishable key opens no other route', async () => {
    const error = await stripeError(
      running.client({ key: 'pk_test_sandbox' }).paymentIntents.create({ amount: 100, currency: 'usd' }),
    );
    expect(error).toMatchObject({ statusCode: 403, code: 'secret_key_required' });
  });

  test('live keys and missing keys are refused', async () => {
    expect(await stripeError(running.client({ key: 'sk_live_1' }).products.list())).toMatchObject({ statusCode: 401 });
  });

  test.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ])(
    '%s is declined in the shape of Stripe, the failed charge is kept, and another card pays',
    async (card, code, declineCode) => {
      const { id } = await intent();
      const error = await stripeError(running.stripe.paymentIntents.confirm(id, { payment_method: card }));
      expect(error).toMatchObject({
        type: 'StripeCardError',
        statusCode: 402,
        code,
        decline_code: declineCode,
        payment_intent: { id, status: 'requires_payment_method' },
      });
      const failed = await running.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      expect(failed).toMatchObject({
        status: 'requires_payment_method',
        payment_method: null,
        last_payment_error: { code },
        latest_charge: { paid: false, status: 'failed' },
      });
      await eventually(() => expect(eventTypesOf(id)).toContain('payment_intent.payment_failed'));
      expect(await running.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })).toMatchObject({
        status: 'succeeded',
        last_payment_error: null,
      });
    },
  );

  test('an intent that succeeded cannot be confirmed, changed or cancelled', async () => {
    const { id } = await intent({ confirm: true, payment_method: 'pm_card_visa' });
    const calls = [
      () => running.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
      () => running.stripe.paymentIntents.update(id, { amount: 1_000 }),
      () => running.stripe.paymentIntents.cancel(id),
    ];
    for (const call of calls)
      expect(await stripeError(call())).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  });

  test('a cancelled intent cannot be paid any more', async () => {
    const { id } = await intent();
    expect(await running.stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
    });
    expect(
      await stripeError(running.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })),
    ).toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  test('ten confirmations of one intent charge once', async () => {
    const { id } = await intent();
    const calls = Array.from({ length: 10 }, () =>
      running.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
    );
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await running.stripe.charges.list({ payment_intent: id })).data).toHaveLength(1);
  });
});

describe('3-D Secure', () => {
  async function asked(returnUrl?: string): Promise<{ id: string; url: string }> {
    const { id } = await intent();
    const answer = await running.stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_authenticationRequired',
      ...(returnUrl === undefined ? {} : { return_url: returnUrl }),
    });
    expect(answer).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    return { id, url: answer.next_action?.redirect_to_url?.url ?? '' };
  }
  const answer = (url: string, body: object): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  test('the bank says yes: the payment succeeds, and not before', async () => {
    const { id, url } = await asked();
    expect((await running.stripe.charges.list({ payment_intent: id })).data).toEqual([]);
    expect(await (await answer(url, { answer: 'complete' })).json()).toMatchObject({ id, status: 'succeeded' });
    expect(await running.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })).toMatchObject({
      status: 'succeeded',
      latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
    });
  });

  test('the bank says no: the intent waits for another card', async () => {
    const { id, url } = await asked();
    expect((await answer(url, { answer: 'fail' })).status).toBe(200);
    expect(await running.stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
    expect((await answer(url, { answer: 'complete' })).status).toBe(400);
  });

  test('the page shows two buttons, and sends the buyer back to the shop', async () => {
    const { id, url } = await asked('https://shop.test/return?order=1');
    expect(await (await fetch(url)).text()).toContain('Complete authentication');
    const sent = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'answer=complete',
    });
    expect(sent.status).toBe(303);
    const back = new URL(sent.headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      order: '1',
      payment_intent: id,
      redirect_status: 'succeeded',
    });
  });

  test('an answer that is neither yes nor no changes nothing', async () => {
    const { id, url } = await asked();
    expect((await answer(url, { answer: 'maybe' })).status).toBe(400);
    expect((await running.stripe.paymentIntents.retrieve(id)).status).toBe('requires_action');
  });
});

describe('saving a card', () => {
  test('a setup intent keeps a card for later', async () => {
    const customer = await running.stripe.customers.create({ email: 'sarah@bakery.test' });
    const setup = await running.stripe.setupIntents.create({
      customer: customer.id,
      automatic_payment_methods: { enabled: true },
    });
    const saved = await running.browser(`/v1/setup_intents/${setup.id}/confirm`, {
      client_secret: setup.client_secret ?? '',
      payment_method: 'pm_card_mastercard',
    });
    expect(saved).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect((await running.stripe.customers.listPaymentMethods(customer.id)).data).toMatchObject([
      { card: { brand: 'mastercard' } },
    ]);
  });

  test('a card that declines cannot be saved', async () => {
    const customer = await running.stripe.customers.create({});
    expect(
      await stripeError(running.stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id })),
    ).toMatchObject({ statusCode: 402, code: 'card_declined' });
  });
});
