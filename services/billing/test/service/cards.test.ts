import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { bundle, monthly } from '../support/packages.ts';
import { atStripe, payWith, sell, shown, stored, subscribe } from '../support/subscribe.ts';
import { client, eventsOf, finance, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

const single = bundle();
const growth = monthly();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, single, growth);
});
afterAll(async () => {
  await world.stop();
});

const cardsOf = async (who: string) =>
  (await world.billing.listPaymentMethods(client(who), {})).paymentMethods.map(({ last4, isDefault }) => ({
    last4,
    isDefault,
  }));
/** Saves a card as the page does, with what billing has handed out. */
async function save(who: string, card = 'pm_card_visa'): Promise<string> {
  const { clientSecret } = await world.billing.createSetupIntent(client(who), { requestId: '' });
  const [id] = clientSecret.split('_secret_');
  const form = { client_secret: clientSecret, payment_method: card };
  const { body } = await world.stripe('POST', `/v1/setup_intents/${id}/confirm`, form);
  expect(body).toMatchObject({ status: 'succeeded' });
  return String(body['payment_method']);
}
const makeDefault = (who: string, paymentMethodId: string) =>
  world.billing.setDefaultPaymentMethod(client(who), { paymentMethodId });
const remove = (who: string, paymentMethodId: string) =>
  world.billing.removePaymentMethod(client(who), { paymentMethodId });
/** The webhook of this card has been worked on. */
async function heardOf(card: string, setupIntentId?: string): Promise<void> {
  const { body } = await world.stripe('GET', '/v1/setup_intents?limit=100');
  const made = (body['data'] as { id: string; payment_method: string }[]).find(
    (intent) => intent.id === setupIntentId || intent.payment_method === card,
  );
  const inbox = world.database.collection('webhook_inbox');
  await eventually(async () =>
    expect(await inbox.findOne({ subject: 'setup_intent', subjectId: made?.id })).toMatchObject({ state: 'done' }),
  );
}

describe('a client', () => {
  test('saves cards, chooses the one that is offered first, and takes one off', async () => {
    expect(await cardsOf('saver')).toEqual([]);
    const visa = await save('saver');
    const amex = await save('saver', 'pm_card_amex');
    expect(await makeDefault('saver', amex)).toMatchObject({ brand: 'amex', last4: '0005', isDefault: true });
    expect(await cardsOf('saver')).toEqual([
      { last4: '0005', isDefault: true },
      { last4: '4242', isDefault: false },
    ]);
    await remove('saver', visa);
    expect(await cardsOf('saver')).toEqual([{ last4: '0005', isDefault: true }]);
    expect((await refusal(remove('saver', visa))).code).toBe('not_found');
  });

  test('asks twice under one request and gets one setup intent', async () => {
    const asked = () => world.billing.createSetupIntent(client('twice'), { requestId: 'r-1' });
    expect(await asked()).toEqual(await asked());
  });

  test("never sees or changes another's; staff have none", async () => {
    const card = await save('rich');
    await save('thief');
    expect((await refusal(makeDefault('thief', card))).code).toBe('not_found');
    expect((await refusal(remove('thief', card))).code).toBe('not_found');
    expect((await refusal(remove('nobody-yet', card))).code).toBe('not_found');
    // Theirs was their first card.
    await eventually(async () => expect(await cardsOf('thief')).toEqual([{ last4: '4242', isDefault: true }]));
    expect((await refusal(world.billing.listPaymentMethods(finance(), {}))).code).toBe('forbidden');
    expect((await refusal(remove('thief', 'pm_unknown'))).code).toBe('not_found');
  });
});

describe('a card whose page was closed after it was saved', () => {
  test('is the default one where there was none, and takes the place of none', async () => {
    const first = await save('closed-tab');
    await eventually(async () => expect(await cardsOf('closed-tab')).toEqual([{ last4: '4242', isDefault: true }]));
    const link = () => world.database.collection('customers').findOne({ clientId: 'closed-tab' });
    expect(await link()).toMatchObject({ defaultMethodId: first });
    const second = await save('closed-tab', 'pm_card_amex');
    await heardOf(second);
    expect(await link()).toMatchObject({ defaultMethodId: first });
    const { clientSecret } = await open(world, client('closed-tab'), single);
    const intent = await world.stripe('GET', `/v1/payment_intents/${clientSecret.split('_secret_')[0]}`);
    expect(intent.body).toMatchObject({ payment_method: first });
  });

  test('pays what is overdue, and the subscription from then on', async () => {
    const subscriber = await subscribe(world, 'overdue', growth);
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    const { currentPeriodEnd: end = '' } = await shown(world, 'overdue');
    await world.advanceTo(end);
    await eventsOf(world, 'SubscriptionPastDue', subscriber.subscriptionId, 1);
    const card = await save('overdue');
    await eventsOf(world, 'SubscriptionRenewed', subscriber.subscriptionId, 1);
    expect(await shown(world, 'overdue')).toMatchObject({ status: 'active', currentPeriodStart: end });
    expect(await atStripe(world, subscriber.subscriptionId)).toMatchObject({ default_payment_method: card });
  });

  test('with another client in its label is nobody’s', async () => {
    await save('victim');
    await eventually(async () => expect(await cardsOf('victim')).toEqual([{ last4: '4242', isDefault: true }]));
    const customers = world.database.collection('customers');
    const forger = await save('forger');
    await heardOf(forger);
    const link = await customers.findOne({ clientId: 'forger' });
    await customers.updateOne({ clientId: 'victim' }, { $unset: { defaultMethodId: 1 } });
    const { body } = await world.stripe('POST', '/v1/setup_intents', {
      customer: String(link?.['customerId']),
      payment_method: 'pm_card_amex',
      confirm: 'true',
      'automatic_payment_methods[enabled]': 'true',
      'automatic_payment_methods[allow_redirects]': 'never',
      'metadata[tenantId]': TENANT,
      'metadata[clientId]': 'victim',
    });
    expect(body).toMatchObject({ status: 'succeeded' });
    await heardOf(String(body['payment_method']), String(body['id']));
    expect(await customers.findOne({ clientId: 'victim' })).not.toHaveProperty('defaultMethodId');
  });
});

describe('a payment', () => {
  const intentOf = async (clientSecret: string) =>
    (await world.stripe('GET', `/v1/payment_intents/${clientSecret.split('_secret_')[0]}`)).body;

  test('carries the default saved card, one-time and recurring, and can be paid with it', async () => {
    const card = await save('regular');
    await makeDefault('regular', card);
    const { clientSecret, transactionId } = await open(world, client('regular'), single);
    expect(await intentOf(clientSecret)).toMatchObject({ payment_method: card, status: 'requires_confirmation' });
    const [id] = clientSecret.split('_secret_');
    await world.stripe('POST', `/v1/payment_intents/${id}/confirm`, { client_secret: clientSecret });
    await settled(world, client('regular'), transactionId, 'succeeded');
    const recurring = await open(world, client('regular'), growth);
    expect(await intentOf(recurring.clientSecret)).toMatchObject({ payment_method: card });
  });

  test('is opened without a card that Stripe no longer has', async () => {
    const card = await save('moved');
    await makeDefault('moved', card);
    const links = world.database.collection('customers');
    await links.updateOne({ clientId: 'moved' }, { $set: { defaultMethodId: 'pm_gone' } });
    const { clientSecret } = await open(world, client('moved'), single);
    expect(await intentOf(clientSecret)).toMatchObject({ payment_method: null, status: 'requires_payment_method' });
    expect(await links.findOne({ clientId: 'moved' })).not.toHaveProperty('defaultMethodId');
  });
});

describe('a card that pays a subscription', () => {
  test('is not taken off before another pays it', async () => {
    const { subscriptionId } = await subscribe(world, 'careful', growth);
    const used = String((await atStripe(world, subscriptionId))['default_payment_method']);
    expect(await refusal(remove('careful', used))).toEqual({
      code: 'rule_refused',
      details: { reason: 'card_in_use', subscriptionId },
    });
    const other = await save('careful', 'pm_card_mastercard');
    await makeDefault('careful', other);
    expect(await atStripe(world, subscriptionId)).toMatchObject({ default_payment_method: other });
    await remove('careful', used);
    expect(await cardsOf('careful')).toEqual([{ last4: '4444', isDefault: true }]);
  });

  test('and fails: a new default card pays at once what is overdue, and the period is granted', async () => {
    const subscriber = await subscribe(world, 'recovers', growth);
    const { subscriptionId } = subscriber;
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    const { currentPeriodEnd: end = '' } = await shown(world, 'recovers');
    await world.advanceTo(end);
    await eventsOf(world, 'SubscriptionPastDue', subscriptionId, 1);
    // One that declines as well: it is kept, and what is overdue stays so.
    const bad = await save('recovers', 'pm_card_chargeCustomerFail');
    expect(await makeDefault('recovers', bad)).toMatchObject({ isDefault: true });
    expect(await shown(world, 'recovers')).toMatchObject({ status: 'past_due' });
    await makeDefault('recovers', await save('recovers'));
    expect(await shown(world, 'recovers')).toMatchObject({ status: 'active', currentPeriodStart: end });
    const [, renewal] = await stored(world, 'recovers');
    expect(renewal).toMatchObject({ state: 'succeeded' });
    await eventsOf(world, 'PaymentSucceeded', String(renewal?.['transactionId']), 1);
    await eventsOf(world, 'SubscriptionRenewed', subscriptionId, 1);
    expect(await cardsOf('recovers')).toContainEqual({ last4: '4242', isDefault: true });
  });

  test('shows as paid what was paid meanwhile by a way that nobody has told of yet', async () => {
    const subscriber = await subscribe(world, 'paid-elsewhere', growth);
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    const { currentPeriodEnd: end = '' } = await shown(world, 'paid-elsewhere');
    await world.advanceTo(end);
    await eventsOf(world, 'SubscriptionPastDue', subscriber.subscriptionId, 1);
    const card = await save('paid-elsewhere', 'pm_card_chargeCustomerFail');
    await heardOf(card);
    await world.misbehave({ drop: ['*'] });
    try {
      const inbox = world.database.collection('webhook_inbox');
      await eventually(async () => expect(await inbox.findOne({ state: { $ne: 'done' } })).toBeNull());
      const paying = await payWith(world, subscriber, 'pm_card_visa');
      const { latest_invoice: owed } = await atStripe(world, subscriber.subscriptionId);
      await world.stripe('POST', `/v1/invoices/${String(owed)}/pay`, { payment_method: paying });
      expect(await shown(world, 'paid-elsewhere')).toMatchObject({ status: 'past_due' });
      await makeDefault('paid-elsewhere', card);
      expect(await shown(world, 'paid-elsewhere')).toMatchObject({ status: 'active', currentPeriodStart: end });
    } finally {
      await world.misbehave({});
    }
  });
});
