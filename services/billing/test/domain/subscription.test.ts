import { describe, expect, test } from '@jest/globals';
import { followSubscription, type SubscriptionWord } from '../../src/domain/follow-subscription.ts';
import type { PaidPeriod } from '../../src/domain/transaction.ts';
import { monthly } from '../support/packages.ts';
import { subscribed } from '../support/subscription.ts';

const month = (from: string, to: string, reason: PaidPeriod['reason'] = 'cycle'): PaidPeriod => ({
  subscriptionId: 'sub_1',
  periodStart: new Date(`2025-${from}T09:00:00Z`),
  periodEnd: new Date(`2025-${to}T09:00:00Z`),
  reason,
});
const JANUARY = month('01-01', '02-01', 'create');
const FEBRUARY = month('02-01', '03-01');
const MARCH = month('03-01', '04-01');

const NOW = new Date('2025-01-01T09:00:00Z');
const QUIET: SubscriptionWord = { state: 'active', cancelAtPeriodEnd: false, paused: false };

/** Hears one word after the other; answers the end and everything that was told on the way. */
function follow(...words: Partial<SubscriptionWord>[]) {
  const told: string[] = [];
  const versions: number[] = [];
  let subscription = subscribed({ state: 'incomplete', periodStart: undefined, periodEnd: undefined });
  for (const word of words) {
    const { after, steps } = followSubscription(subscription, { ...QUIET, ...word }, NOW);
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
      const { after, steps } = followSubscription(subscription, { ...QUIET, paid }, NOW);
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

  test('keeps its whole story, with who wrote each line', () => {
    const { subscription } = follow(
      { paid: JANUARY },
      { state: 'past_due' },
      { state: 'cancelled', endReason: 'payment_failed' },
    );
    expect(subscription.history.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['started', 'stripe', 'create'],
      ['past_due', 'stripe', ''],
      ['cancelled', 'stripe', 'payment_failed'],
    ]);
  });
});

describe('a changed plan', () => {
  const premium = monthly({ packageId: 'PKG-100001-0009', details: { name: 'Premium' } });
  const change = { changeId: 'c-1', package: premium };

  test('is the one whose label Stripe shows, and its first period is told under its name, even when it ends before the old one', () => {
    const yearly = subscribed({
      plans: [change],
      periodStart: JANUARY.periodStart,
      periodEnd: new Date('2026-01-01T09:00:00Z'),
    });
    const paid = month('01-10', '02-10', 'update');
    const { after, steps } = followSubscription(yearly, { ...QUIET, changeId: 'c-1', paid }, NOW);
    expect(steps).toMatchObject([
      { happened: 'renewed', reason: 'update', subscription: { packageId: premium.packageId, version: 2 } },
    ]);
    expect(after).toMatchObject({ package: premium, changeId: 'c-1', periodEnd: paid.periodEnd, version: 2 });
    expect(followSubscription(after, { ...QUIET, changeId: 'c-1', paid }, NOW).after).toBe(after);
  });

  test('in the very second its predecessor began is a period of its own, once', () => {
    const before = subscribed({ plans: [change] });
    const paid = { ...JANUARY, reason: 'update' as const };
    const { after, steps } = followSubscription(before, { ...QUIET, changeId: 'c-1', paid }, NOW);
    expect(steps).toMatchObject([{ happened: 'renewed', reason: 'update' }]);
    expect(followSubscription(after, { ...QUIET, changeId: 'c-1', paid }, NOW).after).toBe(after);
  });

  test('with a label that nobody here has made changes nothing', () => {
    const before = subscribed();
    expect(followSubscription(before, { ...QUIET, changeId: 'foreign' }, NOW).after).toBe(before);
  });

  test("that waits for the period's end goes on waiting under its schedule, and is over when it came or was dropped", () => {
    const next = { changeId: 'c-1', scheduleId: 'sub_sched_1', at: FEBRUARY.periodStart };
    const waiting = subscribed({ plans: [change], next });
    expect(followSubscription(waiting, { ...QUIET, scheduleId: 'sub_sched_1' }, NOW).after).toBe(waiting);
    const came = followSubscription(waiting, { ...QUIET, scheduleId: 'sub_sched_1', changeId: 'c-1' }, NOW).after;
    expect(came).toMatchObject({ next: undefined, packageId: premium.packageId });
    const dropped = followSubscription(waiting, QUIET, NOW).after;
    expect(dropped).toMatchObject({ next: undefined, packageId: waiting.packageId, version: 2 });
  });

  test('and any other wish is over once Stripe has it; another wish stays', () => {
    const wish = { id: 'w-1', move: 'pause', checkAt: NOW } as const;
    const wishing = subscribed({ wish });
    const { after } = followSubscription(wishing, { ...QUIET, paused: true, done: { wishId: 'w-1' } }, NOW);
    expect(after).toMatchObject({ wish: undefined, paused: true, version: 2 });
    expect(followSubscription(wishing, { ...QUIET, done: { wishId: 'w-0' } }, NOW).after).toBe(wishing);
  });
});
