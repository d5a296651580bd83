import { describe, expect, test } from '@jest/globals';
import { followSubscription, type Subscription, type SubscriptionWord } from '../../src/domain/subscription.ts';
import type { PaidPeriod } from '../../src/domain/transaction.ts';
import { monthly } from '../support/packages.ts';

const month = (from: string, to: string, reason: PaidPeriod['reason'] = 'cycle'): PaidPeriod => ({
  subscriptionId: 'sub_1',
  periodStart: new Date(`2025-${from}T09:00:00Z`),
  periodEnd: new Date(`2025-${to}T09:00:00Z`),
  reason,
});
const JANUARY = month('01-01', '02-01', 'create');
const FEBRUARY = month('02-01', '03-01');
const MARCH = month('03-01', '04-01');

function begun(): Subscription {
  return {
    _id: 'sub_1',
    tenantId: '100001',
    clientId: 'sarah',
    packageId: 'PKG-100001-0002',
    package: monthly(),
    stripeAccount: '',
    firstTransactionId: 't-1',
    state: 'incomplete',
    cancelAtPeriodEnd: false,
    createdAt: new Date('2025-01-01T09:00:00Z'),
    version: 1,
  };
}
/** Hears one word after the other; answers the end and everything that was told on the way. */
function follow(...words: Partial<SubscriptionWord>[]) {
  const told: string[] = [];
  const versions: number[] = [];
  let subscription = begun();
  for (const word of words) {
    const { after, steps } = followSubscription(subscription, { state: 'active', cancelAtPeriodEnd: false, ...word });
    told.push(...steps.map(({ happened }) => happened));
    versions.push(...steps.map((step) => step.subscription.version));
    subscription = after;
  }
  return { subscription, told, versions };
}

describe('a subscription', () => {
  test('starts with its first paid period and renews with each later one, versions growing', () => {
    const { told, versions, subscription } = follow({ paid: JANUARY }, { paid: FEBRUARY }, { paid: MARCH });
    expect(told).toEqual(['started', 'renewed', 'renewed']);
    expect(versions).toEqual([2, 3, 4]);
    expect(subscription).toMatchObject({ state: 'active', periodEnd: MARCH.periodEnd });
  });

  test('told the same again, or of an older period, is the very same', () => {
    const { subscription } = follow({ paid: JANUARY }, { paid: FEBRUARY });
    for (const paid of [FEBRUARY, JANUARY]) {
      const { after, steps } = followSubscription(subscription, { state: 'active', cancelAtPeriodEnd: false, paid });
      expect(after).toBe(subscription);
      expect(steps).toEqual([]);
    }
  });

  test('that Stripe calls active before its payment is known here has not started', () => {
    expect(follow({}).told).toEqual([]);
    expect(follow({}).subscription.state).toBe('incomplete');
    expect(follow({}, { paid: JANUARY }).told).toEqual(['started']);
  });

  test('that is past due says so once, and is active again when the period is paid', () => {
    const { told, subscription } = follow(
      { paid: JANUARY },
      { state: 'past_due' },
      { state: 'past_due' },
      { paid: FEBRUARY },
    );
    expect(told).toEqual(['started', 'past_due', 'renewed']);
    expect(subscription.state).toBe('active');
  });

  test('whose old invoice is paid while the next one is overdue is both, each with its own version', () => {
    const { told, versions } = follow({ paid: JANUARY }, { paid: FEBRUARY, state: 'past_due' });
    expect(told).toEqual(['started', 'renewed', 'past_due']);
    expect(versions).toEqual([2, 3, 4]);
  });

  test('that was cancelled stays so, whatever is heard late', () => {
    const { told, subscription } = follow(
      { paid: JANUARY },
      { state: 'cancelled' },
      { state: 'active' },
      { paid: FEBRUARY },
    );
    expect(told).toEqual(['started', 'cancelled', 'renewed']);
    expect(subscription.state).toBe('cancelled');
  });

  test('that never began ends without a word', () => {
    const { told, subscription } = follow({ state: 'incomplete' }, { state: 'cancelled' });
    expect(told).toEqual([]);
    expect(subscription.state).toBe('cancelled');
  });

  test('that will end with its period is noted without an event', () => {
    const { told, subscription } = follow({ paid: JANUARY }, { cancelAtPeriodEnd: true });
    expect(told).toEqual(['started']);
    expect(subscription).toMatchObject({ cancelAtPeriodEnd: true, version: 3 });
  });
});
