import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle, monthly } from '../support/packages.ts';
import { client, confirm, eventsOf, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

const MINUTE_MS = 60_000;
const sold = bundle();
const growth = monthly();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const one of [sold, growth]) world.neighbours.packages.set(`${TENANT}/${one.packageId}`, one);
});
afterAll(async () => {
  await world.stop();
});

const forget = (transactionId: string) =>
  world.database
    .collection('transactions')
    .updateOne({ transactionId }, { $set: { stripe: {} }, $unset: { placingUntil: 1 } });
const intents = async (clientId: string) => {
  const listed = await world.stripe('GET', '/v1/payment_intents?limit=100');
  const all = listed.body['data'] as { id: string; metadata: { clientId?: string } }[];
  return all.filter(({ metadata }) => metadata.clientId === clientId);
};

describe('a process that died after Stripe had answered, before it noted the answer', () => {
  test('loses nothing: asked again it is the same payment at Stripe', async () => {
    const first = await open(world, client('again'), sold);
    await forget(first.transactionId);
    const second = await open(world, client('again'), sold);
    expect(second).toEqual(first);
    expect(await intents('again')).toHaveLength(1);
  });

  test('loses nothing: asked again it is the same subscription at Stripe', async () => {
    const first = await open(world, client('resubscribe'), growth);
    await forget(first.transactionId);
    expect(await open(world, client('resubscribe'), growth)).toEqual(first);
  });

  test('loses nothing: a payment that arrives finds its transaction by its label', async () => {
    const { clientSecret, transactionId } = await open(world, client('label'), sold);
    await forget(transactionId);
    await confirm(world, clientSecret);
    const paid = await settled(world, client('label'), transactionId, 'succeeded');
    expect(paid.stripe?.paymentIntentId).toBe(clientSecret.split('_secret_')[0]);
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
  });

  test('loses nothing: a subscription that is paid finds its purchase, and its record is made anew', async () => {
    const { clientSecret, transactionId, subscriptionId } = await open(world, client('half'), growth);
    await forget(transactionId);
    await world.database.collection('subscriptions').deleteMany({ clientId: 'half' });
    await confirm(world, clientSecret);
    const paid = await settled(world, client('half'), transactionId, 'succeeded');
    expect(paid.stripe?.subscriptionId).toBe(subscriptionId);
    await eventsOf(world, 'SubscriptionStarted', subscriptionId ?? '', 1);
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
  });
});

describe('while Stripe is away', () => {
  test('a purchase is refused with when to come back, and goes on as the same one', async () => {
    await world.stripeAway(true);
    const refused = await refusal(open(world, client('patient'), sold));
    expect(refused).toMatchObject({ code: 'dependency_unavailable', details: { dependency: 'stripe' } });
    expect(refused.details['retryAfterSeconds']).toBeGreaterThan(0);
    const [recorded] = await world.database.collection('transactions').find({ clientId: 'patient' }).toArray();
    expect(recorded).toMatchObject({ state: 'pending', stripe: {} });
    await world.stripeAway(false);
    const opened = await open(world, client('patient'), sold);
    expect(opened.transactionId).toBe(recorded?.['transactionId']);
    expect(await intents('patient')).toHaveLength(1);
  });

  test('what was recorded is brought to Stripe by itself when it is back, exactly once', async () => {
    await world.stripeAway(true);
    await refusal(open(world, client('gone'), sold));
    await world.stripeAway(false);
    expect(await intents('gone')).toHaveLength(0);
    world.shiftWall(3 * MINUTE_MS);
    await eventually(async () => expect(await intents('gone')).toHaveLength(1));
    world.shiftWall(0);
  });

  test('after five outages in a row it is left alone for a while, and found again', async () => {
    await world.stripeAway(true);
    const codes: unknown[] = [];
    for (let index = 0; index < 7; index += 1) {
      const { code, details } = await refusal(open(world, client(`break-${index}`), sold));
      expect(code).toBe('dependency_unavailable');
      codes.push(details['retryAfterSeconds']);
    }
    expect(codes.at(0)).toBe(2);
    expect(codes.at(-1)).toBe(10);
    await world.stripeAway(false);
  });
});
