import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { monthly } from '../support/packages.ts';
import { payWith, sell, shown, stored, subscribe } from '../support/subscribe.ts';
import { eventsOf, startWorld, type World } from '../support/world.ts';

const growth = monthly();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, growth);
});
afterAll(async () => {
  await world.stop();
});

const failures = async (transactionId: string, count: number) =>
  (await eventsOf(world, 'PaymentFailed', transactionId, count)).map(({ data, time }) => ({
    on: time.slice(0, 10),
    renewal: (data as { renewal?: object }).renewal,
  }));

describe('a renewal that fails', () => {
  test('is told once per attempt, on the day of each, with what comes next; given up it ends, for that reason', async () => {
    const subscriber = await subscribe(world, 'broke', growth);
    const { subscriptionId } = subscriber;
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    await world.misbehave({ duplicate: true, reorder: true });
    await world.advanceTo('2025-02-20T09:00:00Z');
    const [, renewal] = await stored(world, 'broke');
    expect(renewal).toMatchObject({ state: 'pending', lastError: { code: 'card_declined' } });
    const next = (day: string) => ({ givenUp: false, nextAttemptAt: `${day}T09:00:00.000Z` });
    expect(await failures(String(renewal?.['transactionId']), 4)).toEqual([
      { on: '2025-02-01', renewal: next('2025-02-02') },
      { on: '2025-02-02', renewal: next('2025-02-04') },
      { on: '2025-02-04', renewal: next('2025-02-08') },
      { on: '2025-02-08', renewal: { givenUp: true } },
    ]);
    await eventsOf(world, 'SubscriptionPastDue', subscriptionId, 1);
    const [ended] = await eventsOf(world, 'SubscriptionCancelled', subscriptionId, 1);
    expect(ended?.data).toMatchObject({ reason: 'payment_failed' });
    await eventsOf(world, 'PaymentSucceeded', String(renewal?.['transactionId']), 0);
    expect(await shown(world, 'broke')).toMatchObject({ status: 'cancelled' });
    await world.misbehave({});
  });

  test('and is paid at a later attempt grants its period once', async () => {
    const subscriber = await subscribe(world, 'late', growth);
    const { subscriptionId } = subscriber;
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    const { currentPeriodEnd: end = '' } = await shown(world, 'late');
    await world.advanceTo(end);
    expect(await shown(world, 'late')).toMatchObject({ status: 'past_due' });
    await payWith(world, subscriber, 'pm_card_visa');
    await world.advanceTo(new Date(new Date(end).getTime() + 24 * 3_600_000).toISOString());
    const [, renewal] = await stored(world, 'late');
    await eventsOf(world, 'PaymentSucceeded', String(renewal?.['transactionId']), 1);
    expect(await failures(String(renewal?.['transactionId']), 1)).toHaveLength(1);
    expect(await shown(world, 'late')).toMatchObject({ status: 'active', currentPeriodStart: end });
    await eventsOf(world, 'SubscriptionRenewed', subscriptionId, 1);
  });

  test('for want of any card is told too', async () => {
    const { subscriptionId } = await subscribe(world, 'cardless', growth);
    const { currentPeriodEnd: end = '' } = await shown(world, 'cardless');
    await world.stripe('POST', `/v1/subscriptions/${subscriptionId}`, { default_payment_method: '' });
    await world.advanceTo(end);
    const [, renewal] = await stored(world, 'cardless');
    expect(renewal).toMatchObject({ state: 'pending', lastError: { code: 'payment_method_missing' } });
    expect(await failures(String(renewal?.['transactionId']), 1)).toMatchObject([{ renewal: { givenUp: false } }]);
    expect(await shown(world, 'cardless')).toMatchObject({ status: 'past_due' });
  });
});
