import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle, monthly } from '../support/packages.ts';
import { client, confirm, eventsOf, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

const MINUTE_MS = 60_000;
/** One call to Stripe with its retries, the rest of the purchase, and a busy machine; below the gateway's ten seconds but for the last. */
const ANSWERED_WITHIN_MS = 9_500;
/** The breaker tries Stripe again after ten seconds. */
const FOUND_AGAIN_WITHIN_MS = 20_000;
const sold = bundle();
const growth = monthly();
const single = bundle({ packageId: 'PKG-100001-0007', eligibility: { maximumPurchasePerClient: 1 } });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const one of [sold, growth, single]) world.neighbours.packages.set(`${TENANT}/${one.packageId}`, one);
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
    // It is left alone: not even a connection is tried.
    const from = performance.now();
    await refusal(open(world, client('break-fast'), sold));
    expect(performance.now() - from).toBeLessThan(1_000);
    await world.stripeAway(false);
    const found = await eventually(() => open(world, client('break-0'), sold), { withinMs: FOUND_AGAIN_WITHIN_MS });
    const [recorded] = await world.database.collection('transactions').find({ clientId: 'break-0' }).toArray();
    expect(found.transactionId).toBe(recorded?.['transactionId']);
    expect(await intents('break-0')).toHaveLength(1);
  });
});

describe('when a call to Stripe goes wrong', () => {
  const opening = { method: 'POST', path: '/v1/payment_intents' };
  /** Twice, because the call is tried twice. */
  const faulty = (how: object) => world.failing([{ ...opening, times: 2, ...how }]);

  test.each([
    ['Stripe fails', { status: 500 }],
    ['Stripe limits us', { status: 429, error: { type: 'api_error', code: 'rate_limit' } }],
    ['it is done, and the answer is an error', { when: 'after', status: 500 }],
    ['it is done, and the answer is lost', { when: 'after', answer: 'nothing' }],
    ['Stripe hangs', { answer: 'nothing' }],
  ] as const)(
    '%s: 503 within the bound, and asked again it is one payment',
    async (name, how) => {
      const buyer = client(`wrong-${name}`);
      await faulty(how);
      const from = performance.now();
      const refused = await refusal(open(world, buyer, sold));
      expect(performance.now() - from).toBeLessThan(ANSWERED_WITHIN_MS);
      expect(refused).toMatchObject({ code: 'dependency_unavailable', details: { dependency: 'stripe' } });
      expect(refused.details['retryAfterSeconds']).toBeGreaterThan(0);
      await world.failing([]);
      // While the call that was given up is still under way, its key is busy.
      const { clientSecret, transactionId } = await eventually(() => open(world, buyer, sold), {
        withinMs: FOUND_AGAIN_WITHIN_MS,
      });
      expect(await intents(buyer.userId)).toHaveLength(1);
      await confirm(world, clientSecret);
      await settled(world, buyer, transactionId, 'succeeded');
      await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    },
    60_000,
  );

  test('a subscription that was made, and whose answer was lost, is one subscription', async () => {
    await world.failing([{ method: 'POST', path: '/v1/subscriptions', times: 2, when: 'after', status: 500 }]);
    expect(await refusal(open(world, client('one-plan'), growth))).toMatchObject({ code: 'dependency_unavailable' });
    await world.failing([]);
    const { transactionId } = await open(world, client('one-plan'), growth);
    const made = await world.stripe('GET', '/v1/subscriptions?limit=100&status=all');
    const all = made.body['data'] as { metadata: { transactionId?: string } }[];
    expect(all.filter(({ metadata }) => metadata.transactionId === transactionId)).toHaveLength(1);
  });

  test('what nobody asks for again takes no place for ever', async () => {
    await world.stripeAway(true);
    const asked = open(world, client('walked-off'), single);
    expect(await refusal(asked)).toMatchObject({ code: 'dependency_unavailable' });
    await world.stripeAway(false);
    const own = { clientId: 'walked-off' };
    const [left] = await world.database.collection('transactions').find(own).toArray();
    expect(left).toMatchObject({ state: 'pending', ordinal: 1 });
    await world.advanceTo('2025-01-02T10:00:00Z');
    await settled(world, client('walked-off'), String(left?.['transactionId']), 'cancelled');
    const [after] = await world.database.collection('transactions').find(own).toArray();
    expect(after).not.toHaveProperty('ordinal');
    const { clientSecret, transactionId } = await open(world, client('walked-off'), single);
    expect(transactionId).not.toBe(left?.['transactionId']);
    await confirm(world, clientSecret);
    await settled(world, client('walked-off'), transactionId, 'succeeded');
    expect(await refusal(open(world, client('walked-off'), single))).toMatchObject({ code: 'not_eligible' });
  });
});
