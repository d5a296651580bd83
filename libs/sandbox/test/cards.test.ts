import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, newestInvoice, subscribed } from './subscribing.ts';
import { startSandbox, stripeError, type Running } from './support.ts';

let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const customer = async (): Promise<string> => (await running.stripe.customers.create({})).id;
const setUp = (of: string, card: string) =>
  running.stripe.setupIntents.create({
    customer: of,
    confirm: true,
    payment_method: card,
    return_url: 'https://shop.test/',
  });
const pay = (of: string, card: string, more: object = {}) =>
  running.stripe.paymentIntents.create({
    amount: 9_900,
    currency: 'usd',
    customer: of,
    payment_method: card,
    confirm: true,
    return_url: 'https://shop.test/',
    ...more,
  });
const cardsOf = async (of: string): Promise<string[]> =>
  (await running.stripe.customers.listPaymentMethods(of)).data.map(({ id }) => id);
const answer = (url: string | undefined, word: 'complete' | 'fail') =>
  fetch(url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer: word }),
  });

test('a card is saved, found by its customer only, paid with, and taken away for good', async () => {
  const { stripe } = running;
  const [owner, stranger] = [await customer(), await customer()];
  const setup = await setUp(owner, 'pm_card_mastercard');
  const id = setup.payment_method as string;
  expect(setup.status).toBe('succeeded');
  expect(await cardsOf(owner)).toEqual([id]);
  expect((await stripe.paymentMethods.list({ customer: owner, type: 'card' })).data).toMatchObject([{ id }]);
  expect(await stripe.customers.retrievePaymentMethod(owner, id)).toMatchObject({ id, card: { last4: '4444' } });
  expect(await stripeError(stripe.customers.retrievePaymentMethod(stranger, id))).toMatchObject({ statusCode: 404 });
  expect(await stripeError(pay(stranger, id))).toMatchObject({ statusCode: 400, code: 'resource_missing' });
  expect((await pay(owner, id, { off_session: true })).status).toBe('succeeded');
  expect((await stripe.paymentMethods.detach(id)).customer).toBeNull();
  expect(await cardsOf(owner)).toEqual([]);
  expect(await stripeError(stripe.paymentMethods.detach(id))).toMatchObject({
    code: 'payment_method_unexpected_state',
  });
});

test('a card that declines is not saved, and the intent says why', async () => {
  const owner = await customer();
  const error = await stripeError(setUp(owner, 'pm_card_chargeDeclined'));
  expect(error).toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'card_declined',
    decline_code: 'generic_decline',
    setup_intent: { status: 'requires_payment_method', last_setup_error: { code: 'card_declined' } },
  });
  expect(await cardsOf(owner)).toEqual([]);
});

test('a card that asks its bank is saved when the bank agrees, and not before', async () => {
  const owner = await customer();
  const asked = await setUp(owner, 'pm_card_authenticationRequiredOnSetup');
  expect(asked.status).toBe('requires_action');
  expect(await cardsOf(owner)).toEqual([]);
  await answer(asked.next_action?.redirect_to_url?.url ?? undefined, 'complete');
  const [saved] = await cardsOf(owner);
  expect(saved).toBe(asked.payment_method);
  expect((await pay(owner, saved ?? '', { off_session: true })).status).toBe('succeeded');

  const refused = await setUp(owner, 'pm_card_authenticationRequired');
  await answer(refused.next_action?.redirect_to_url?.url ?? undefined, 'fail');
  expect(await running.stripe.setupIntents.retrieve(refused.id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'setup_intent_authentication_failure' },
  });
  expect(await cardsOf(owner)).toEqual([saved]);
});

test('a saved card that asks each time is declined when the buyer is away', async () => {
  const owner = await customer();
  const asked = await setUp(owner, 'pm_card_authenticationRequired');
  await answer(asked.next_action?.redirect_to_url?.url ?? undefined, 'complete');
  const [saved = ''] = await cardsOf(owner);
  expect(await stripeError(pay(owner, saved, { off_session: true }))).toMatchObject({
    statusCode: 402,
    code: 'authentication_required',
    decline_code: 'authentication_required',
  });
  expect((await pay(owner, saved)).status).toBe('requires_action');
});

test("a customer's new default card is what the next retry of a failed renewal is paid with", async () => {
  const { stripe } = running;
  const one = await subscribed(running);
  const make = async (card: string): Promise<void> => {
    const { id } = await stripe.paymentMethods.attach(card, { customer: one.customer });
    await stripe.customers.update(one.customer, { invoice_settings: { default_payment_method: id } });
  };
  await make('pm_card_chargeCustomerFail');
  await running.advance({ to: instant(one.end) });
  await running.advance({ days: 1 });
  expect(await newestInvoice(running, one.id)).toMatchObject({
    status: 'open',
    attempt_count: 2,
    next_payment_attempt: one.end + 3 * 86_400,
  });
  await make('pm_card_mastercard');
  await running.advance({ days: 2 });
  expect(await newestInvoice(running, one.id)).toMatchObject({ status: 'paid', attempt_count: 3 });
  expect((await stripe.subscriptions.retrieve(one.id)).status).toBe('active');
});

test('a default must be a card of the customer, and goes when the card goes', async () => {
  const { stripe } = running;
  const [owner, stranger] = [await customer(), await customer()];
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer: owner });
  const settings = { invoice_settings: { default_payment_method: id } };
  expect(await stripeError(stripe.customers.update(stranger, settings))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'invoice_settings[default_payment_method]',
  });
  expect(await stripe.customers.update(owner, settings)).toMatchObject(settings);
  await stripe.paymentMethods.detach(id);
  expect(await stripe.customers.retrieve(owner)).toMatchObject({ invoice_settings: { default_payment_method: null } });
});
