import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { monthly } from '../support/packages.ts';
import { admin, atStripe, sell, shown, stored, subscribe } from '../support/subscribe.ts';
import { client, eventsOf, finance, OTHER_TENANT, refusal, startWorld, type World } from '../support/world.ts';

const MINUTE_MS = 60_000;
const growth = monthly();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, growth);
});
afterAll(async () => {
  await world.stop();
});

const cancel = (who: string, subscriptionId: string, atPeriodEnd: boolean, requestId: string) =>
  world.billing.cancelSubscription(client(who), { subscriptionId, atPeriodEnd, requestId, reason: 'too dear' });
const actions = async (who: string) => (await shown(world, who)).history?.map(({ action, actor }) => [action, actor]);

describe('a client', () => {
  test('ends their subscription with its period, and takes that back; both are written down, and a request sent twice is one', async () => {
    const { subscriptionId } = await subscribe(world, 'ends-later', growth);
    const ending = await cancel('ends-later', subscriptionId, true, 'r-1');
    expect(ending).toMatchObject({ status: 'active', cancelAtPeriodEnd: true });
    expect(await cancel('ends-later', subscriptionId, true, 'r-1')).toEqual(ending);
    expect(await atStripe(world, subscriptionId)).toMatchObject({ cancel_at_period_end: true });
    expect(await refusal(cancel('ends-later', subscriptionId, true, 'r-2'))).toEqual({
      code: 'invalid_transition',
      details: { from: 'ending', allowed: ['cancel_now', 'resume'] },
    });
    const resumed = await world.billing.resumeSubscription(client('ends-later'), { subscriptionId, requestId: 'r-3' });
    expect(resumed).toMatchObject({ status: 'active', cancelAtPeriodEnd: false });
    // The first request again is still the first: it does not end it anew.
    expect(await cancel('ends-later', subscriptionId, true, 'r-1')).toMatchObject({ cancelAtPeriodEnd: false });
    expect(await actions('ends-later')).toEqual([
      ['started', 'stripe'],
      ['cancel_at_period_end', 'client'],
      ['resume', 'client'],
    ]);
    const reused = world.billing.pauseSubscription(client('ends-later'), { subscriptionId, requestId: 'r-1' });
    expect((await refusal(reused)).code).toBe('idempotency_key_reused');
  });

  test('ends it at once, for good', async () => {
    const { subscriptionId } = await subscribe(world, 'ends-now', growth);
    expect(await cancel('ends-now', subscriptionId, false, 'r-1')).toMatchObject({ status: 'cancelled' });
    const [told] = await eventsOf(world, 'SubscriptionCancelled', subscriptionId, 1);
    expect(told?.data).toMatchObject({ reason: 'cancellation_requested' });
    const resume = world.billing.resumeSubscription(client('ends-now'), { subscriptionId, requestId: 'r-2' });
    expect(await refusal(resume)).toEqual({ code: 'invalid_transition', details: { from: 'cancelled', allowed: [] } });
    expect(await cancel('ends-now', subscriptionId, false, 'r-1')).toMatchObject({ status: 'cancelled' });
  });

  test('moves what is theirs only; the admin of the tenant may, finance and other tenants may not', async () => {
    const { subscriptionId } = await subscribe(world, 'owner', growth);
    const asked = { subscriptionId, requestId: 'r-1' };
    expect((await refusal(world.billing.pauseSubscription(client('stranger'), asked))).code).toBe('not_found');
    expect((await refusal(world.billing.pauseSubscription(client('owner', OTHER_TENANT), asked))).code).toBe(
      'not_found',
    );
    expect((await refusal(world.billing.pauseSubscription(admin(OTHER_TENANT), asked))).code).toBe('not_found');
    expect((await refusal(world.billing.pauseSubscription(finance(), asked))).code).toBe('forbidden');
    expect(await world.billing.pauseSubscription(admin(), asked)).toMatchObject({ paused: true });
    expect(await actions('owner')).toEqual([
      ['started', 'stripe'],
      ['pause', 'admin'],
    ]);
    const record = await world.database.collection('subscriptions').findOne({ clientId: 'owner' });
    expect(record?.['history'].at(-1)).toMatchObject({ userId: 'admin-1' });
  });

  test('sends ten moves at once: one is made, the others are told how it stands', async () => {
    const { subscriptionId } = await subscribe(world, 'hasty', growth);
    const moves = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        world.billing.pauseSubscription(client('hasty'), { subscriptionId, requestId: `r-${n}` }),
      ),
    );
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await actions('hasty')).toEqual([
      ['started', 'stripe'],
      ['pause', 'client'],
    ]);
  });
});

describe('a paused subscription', () => {
  test('draws no money and grants nothing until it is resumed; what it left out is never charged', async () => {
    const { subscriptionId } = await subscribe(world, 'pauses', growth);
    await world.billing.pauseSubscription(client('pauses'), { subscriptionId, requestId: 'r-1' });
    await world.advanceTo('2025-02-10T09:00:00Z');
    expect(await stored(world, 'pauses')).toHaveLength(1);
    expect(await shown(world, 'pauses')).toMatchObject({ status: 'active', paused: true });
    const resumed = await world.billing.resumeSubscription(client('pauses'), { subscriptionId, requestId: 'r-2' });
    expect(resumed).toMatchObject({ paused: false });
    await world.advanceTo('2025-03-02T09:00:00Z');
    const transactions = await stored(world, 'pauses');
    expect(transactions).toMatchObject([
      { period: { periodStart: new Date('2025-01-01T09:00:00Z') } },
      { period: { periodStart: new Date('2025-03-01T09:00:00Z') }, state: 'succeeded' },
    ]);
  });
});

describe('a move that was left half done', () => {
  const leave = async (who: string, move: string, checkAt: Date) => {
    const wish = { id: `w-${who}`, move, checkAt };
    const line = { at: new Date(), action: move, actor: 'client', reason: '', wishId: wish.id };
    const { matchedCount } = await world.database
      .collection<{ clientId: string; history: object[] }>('subscriptions')
      .updateOne({ clientId: who }, { $set: { wish }, $push: { history: line }, $inc: { version: 1 } });
    expect(matchedCount).toBe(1);
  };

  test('before Stripe heard of it is finished by itself', async () => {
    const { subscriptionId } = await subscribe(world, 'left', growth);
    await leave('left', 'cancel_at_period_end', new Date(Date.now() + 2 * MINUTE_MS));
    world.shiftWall(3 * MINUTE_MS);
    await eventually(async () => expect(await shown(world, 'left')).toMatchObject({ cancelAtPeriodEnd: true }), {
      withinMs: 15_000,
    });
    expect(await atStripe(world, subscriptionId)).toMatchObject({ cancel_at_period_end: true });
    world.shiftWall(0);
  });

  test('comes before the next one, which is then decided as it stands', async () => {
    const { subscriptionId } = await subscribe(world, 'crossed', growth);
    await leave('crossed', 'cancel_now', new Date(Date.now() + 60 * MINUTE_MS));
    const pause = world.billing.pauseSubscription(client('crossed'), { subscriptionId, requestId: 'r-1' });
    expect(await refusal(pause)).toMatchObject({ code: 'invalid_transition', details: { from: 'cancelled' } });
  });

  test('because Stripe was away is answered so, and is the same move when it is asked for again', async () => {
    const { subscriptionId } = await subscribe(world, 'away', growth);
    await world.stripeAway(true);
    expect((await refusal(cancel('away', subscriptionId, true, 'r-1'))).code).toBe('dependency_unavailable');
    await world.stripeAway(false);
    await eventually(
      async () => expect(await cancel('away', subscriptionId, true, 'r-1')).toMatchObject({ cancelAtPeriodEnd: true }),
      { withinMs: 20_000 },
    );
    expect(await actions('away')).toEqual([
      ['started', 'stripe'],
      ['cancel_at_period_end', 'client'],
    ]);
  });
});

test('a move made at Stripe itself is followed, also when its webhooks come twice and in any order', async () => {
  await world.misbehave({ duplicate: true, reorder: true });
  const { subscriptionId } = await subscribe(world, 'dashboard', growth);
  await world.stripe('POST', `/v1/subscriptions/${subscriptionId}`, { cancel_at_period_end: 'true' });
  await world.stripe('POST', `/v1/subscriptions/${subscriptionId}`, { 'pause_collection[behavior]': 'void' });
  await eventually(async () =>
    expect(await shown(world, 'dashboard')).toMatchObject({ cancelAtPeriodEnd: true, paused: true }),
  );
  await world.misbehave({});
});
