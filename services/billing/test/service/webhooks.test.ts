import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { bundle } from '../support/packages.ts';
import {
  client,
  confirm,
  eventsOf,
  nobody,
  OLD_WEBHOOK_SECRET,
  open,
  refusal,
  settled,
  startWorld,
  TENANT,
  WEBHOOK_SECRET,
  type World,
} from '../support/world.ts';

const MINUTE_MS = 60_000;
const stripe = new Stripe('sk_test_signing');
const sold = bundle();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
});
afterAll(async () => {
  await world.stop();
});

/** A webhook as Stripe would send it, with what a test makes wrong about it. */
function webhook(event: object, given: { secret?: string; ageSeconds?: number } = {}) {
  const { secret = WEBHOOK_SECRET, ageSeconds = 0 } = given;
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', livemode: false, data: { object: {} }, ...event });
  const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { body: Buffer.from(payload), signature };
}
const paidEvent = (id: string, intentId: string) => ({
  id,
  type: 'payment_intent.succeeded',
  data: { object: { id: intentId, object: 'payment_intent', status: 'succeeded', amount_received: 29_700 } },
});
const send = (request: { body: Buffer; signature: string }) => world.billing.receiveWebhook(nobody(), request);
const refused = async (reason: string): Promise<number> => {
  const found = await world.database
    .collection<{ _id: string; count: number }>('webhook_refusals')
    .findOne({ _id: reason });
  return found?.count ?? 0;
};
const heard = (filter: object = {}) => world.database.collection('webhook_inbox').countDocuments(filter);
/** An open payment that nobody has paid. */
async function unpaid(clientId: string) {
  const intent = await open(world, client(clientId), sold);
  const [intentId = ''] = intent.clientSecret.split('_secret_');
  return { ...intent, intentId };
}

describe('a webhook', () => {
  test('with a wrong, foreign, missing or old signature changes nothing and is counted', async () => {
    const { intentId, transactionId } = await unpaid('forged');
    const event = paidEvent('evt_forged', intentId);
    const good = webhook(event);
    const changed = Buffer.from(good.body.toString().replace('29700', '1'));
    const bad = [
      webhook(event, { secret: 'whsec_of_somebody_else' }),
      webhook(event, { ageSeconds: 301 }),
      { body: good.body, signature: 't=1,v1=00' },
      { body: good.body, signature: 'nonsense' },
      { body: good.body, signature: '' },
      { body: Buffer.alloc(0), signature: good.signature },
      { body: changed, signature: good.signature },
    ];
    for (const request of bad) expect(await refusal(send(request))).toMatchObject({ code: 'invalid_signature' });
    expect(await refused('invalid_signature')).toBe(bad.length);
    expect(await heard()).toBe(0);
    expect((await settled(world, client('forged'), transactionId, 'pending')).history).toHaveLength(1);
  });

  test('that lies about a payment is not believed: Stripe is asked', async () => {
    const { intentId, transactionId } = await unpaid('liar');
    await send(webhook(paidEvent('evt_lie', intentId)));
    await eventually(async () => expect(await heard({ eventId: 'evt_lie', state: 'done' })).toBe(1));
    await settled(world, client('liar'), transactionId, 'pending');
    await eventsOf(world, 'PaymentSucceeded', transactionId, 0);
  });

  test('is good under the secret before, too, and up to five minutes old', async () => {
    const { intentId } = await unpaid('rotation');
    await send(webhook(paidEvent('evt_old_secret', intentId), { secret: OLD_WEBHOOK_SECRET }));
    await send(webhook(paidEvent('evt_late', intentId), { ageSeconds: 290 }));
    expect(await heard({ eventId: { $in: ['evt_old_secret', 'evt_late'] } })).toBe(2);
  });

  test('of a type that means nothing here is accepted and forgotten', async () => {
    const before = await heard();
    await send(webhook({ id: 'evt_unknown', type: 'radar.early_fraud_warning.created' }));
    await send(webhook({ id: 'evt_invoice', type: 'invoice.created', data: { object: { id: 'in_1' } } }));
    expect(await heard()).toBe(before);
  });

  test('of an unknown account or another mode is refused and counted', async () => {
    const { intentId } = await unpaid('foreign');
    const before = await heard();
    const foreign = { ...paidEvent('evt_foreign', intentId), account: 'acct_stranger' };
    expect(await refusal(send(webhook(foreign)))).toMatchObject({
      code: 'rule_refused',
      details: { reason: 'unknown_account' },
    });
    const live = { ...paidEvent('evt_live', intentId), livemode: true };
    expect(await refusal(send(webhook(live)))).toMatchObject({
      code: 'rule_refused',
      details: { reason: 'wrong_livemode' },
    });
    expect([await refused('unknown_account'), await refused('wrong_livemode')]).toEqual([1, 1]);
    expect(await heard()).toBe(before);
  });

  test('is not taken before it is kept: what the database refuses, Stripe sends again', async () => {
    const { intentId } = await unpaid('unkept');
    const event = webhook(paidEvent('evt_unkept', intentId));
    const refusing = { validator: { eventId: { $ne: 'evt_unkept' } } };
    await world.database.db?.command({ collMod: 'webhook_inbox', ...refusing });
    await expect(send(event)).rejects.toThrow();
    expect(await heard({ eventId: 'evt_unkept' })).toBe(0);
    await world.database.db?.command({ collMod: 'webhook_inbox', validator: {} });
    await send(event);
    expect(await heard({ eventId: 'evt_unkept' })).toBe(1);
  });

  test('ten times at once, and ten others about the same payment, is one success', async () => {
    await world.misbehave({ drop: ['*'] });
    const { intentId, transactionId, clientSecret } = await unpaid('tenfold');
    await confirm(world, clientSecret);
    const same = Array.from({ length: 10 }, () => send(webhook(paidEvent('evt_same', intentId))));
    const others = Array.from({ length: 10 }, (_, index) => send(webhook(paidEvent(`evt_other_${index}`, intentId))));
    await Promise.all([...same, ...others]);
    await settled(world, client('tenfold'), transactionId, 'succeeded');
    // Those that were decided on what another has just written are put off, and done when they come again.
    await eventually(async () => expect(await heard({ state: 'done', subjectId: intentId })).toBe(11), {
      withinMs: 60_000,
    });
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    await world.misbehave({});
  });
});

test('a webhook whose hearer died before following it is followed when its lease has ended', async () => {
  await world.misbehave({ drop: ['*'] });
  const { transactionId, clientSecret, intentId } = await unpaid('orphaned');
  await confirm(world, clientSecret);
  const heardAt = new Date();
  const leaseEnd = new Date(heardAt.getTime() + MINUTE_MS);
  const pointer = { stripeAccount: '', eventId: 'evt_orphan', subject: 'payment_intent', subjectId: intentId };
  await world.database.collection<{ _id: string; [field: string]: unknown }>('webhook_inbox').insertOne({
    _id: '/evt_orphan',
    ...pointer,
    tenantId: 'platform',
    type: 'payment_intent.succeeded',
    state: 'waiting',
    attempts: 1,
    nextAt: leaseEnd,
    heardAt,
  });
  await settled(world, client('orphaned'), transactionId, 'pending');
  world.shiftWall(MINUTE_MS + 1_000);
  await settled(world, client('orphaned'), transactionId, 'succeeded');
  expect(await heard({ eventId: 'evt_orphan', attempts: 2 })).toBe(1);
  await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
  world.shiftWall(0);
  await world.misbehave({});
});

describe('a webhook that never came', () => {
  test('is found by asking Stripe about a payment that stays pending', async () => {
    await world.misbehave({ drop: ['*'] });
    const { transactionId, clientSecret } = await unpaid('unheard');
    await confirm(world, clientSecret);
    await settled(world, client('unheard'), transactionId, 'pending');
    world.shiftWall(3 * MINUTE_MS);
    await settled(world, client('unheard'), transactionId, 'succeeded');
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    world.shiftWall(0);
    await world.misbehave({});
  });

  test('is found in Stripe’s list of events', async () => {
    await world.misbehave({ drop: ['*'] });
    const { transactionId, clientSecret, intentId } = await unpaid('swept');
    // Asked about only tomorrow: what finds it is the sweep.
    await world.database
      .collection('transactions')
      .updateOne({ transactionId }, { $set: { checkAt: new Date(Date.now() + 24 * 60 * MINUTE_MS) } });
    await confirm(world, clientSecret);
    expect(await heard({ subjectId: intentId })).toBe(0);
    world.shiftWall(6 * MINUTE_MS);
    await settled(world, client('swept'), transactionId, 'succeeded');
    expect(await heard({ subjectId: intentId })).toBeGreaterThan(0);
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    world.shiftWall(0);
    await world.misbehave({});
  });
});
