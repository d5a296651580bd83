import { describe, expect, test } from '@jest/globals';
import type { Subscription } from '../../src/domain/subscription.ts';
import {
  earlierWish,
  type Move,
  moveRefusal,
  type Standing,
  standingOf,
  type Wish,
  wished,
  withdrawn,
} from '../../src/domain/subscription-moves.ts';
import { monthly } from '../support/packages.ts';
import { subscribed } from '../support/subscription.ts';

const ALL: readonly Move[] = ['cancel_now', 'cancel_at_period_end', 'resume', 'pause', 'change'];
const NOW = new Date('2025-01-10T09:00:00Z');
const next = { changeId: 'c-1', scheduleId: 'sub_sched_1', at: NOW };

/** Every standing, how it comes about, and all that is possible in it; the rest is refused. */
const TABLE: readonly [Standing, Partial<Subscription>, readonly Move[]][] = [
  ['incomplete', { state: 'incomplete' }, []],
  ['active', {}, ['cancel_now', 'cancel_at_period_end', 'pause', 'change']],
  ['changing', { next }, ['cancel_now', 'cancel_at_period_end', 'resume', 'change']],
  ['paused', { paused: true }, ['cancel_now', 'cancel_at_period_end', 'resume']],
  ['ending', { cancelAtPeriodEnd: true }, ['cancel_now', 'resume']],
  ['ending', { cancelAtPeriodEnd: true, paused: true }, ['cancel_now', 'resume']],
  ['ending', { cancelAtPeriodEnd: true, state: 'past_due' }, ['cancel_now', 'resume']],
  ['past_due', { state: 'past_due' }, ['cancel_now', 'cancel_at_period_end']],
  ['past_due', { state: 'past_due', next }, ['cancel_now', 'cancel_at_period_end']],
  ['cancelled', { state: 'cancelled' }, []],
  ['cancelled', { state: 'cancelled', cancelAtPeriodEnd: true }, []],
];

describe.each(TABLE)('a subscription that is %s (%j)', (standing, changes, allowed) => {
  const subscription = subscribed(changes);

  test('stands so', () => expect(standingOf(subscription)).toBe(standing));

  test.each(ALL)('%s: allowed or refused as the table says', (move) => {
    const refusal = allowed.includes(move) ? undefined : { from: standing, allowed };
    expect(moveRefusal(subscription, move)).toEqual(refusal);
  });
});

describe('a wish', () => {
  const premium = monthly({ packageId: 'PKG-100001-0009' });
  const change = { package: premium, takesEffect: 'now', priceId: 'price_1' } as const;
  const wish: Wish = { id: 'w-1', move: 'change', checkAt: NOW, change };
  const by = { at: NOW, actor: 'client', userId: 'sarah', reason: 'more' } as const;

  test('is written down with who made it and why, and the package as it was sold then', () => {
    const after = wished(subscribed(), wish, by);
    expect(after).toMatchObject({ wish, version: 2, plans: [{ changeId: 'w-1', package: premium }] });
    expect(after.history).toEqual([{ ...by, action: 'change', wishId: 'w-1' }]);
    expect(earlierWish(after, 'w-1')).toEqual({ move: 'change' });
    expect(earlierWish(after, 'w-2')).toBeUndefined();
  });

  test('that Stripe does not grant is taken back with the reason; its package stays known', () => {
    const after = withdrawn(wished(subscribed(), wish, by), 'w-1', { at: NOW, reason: 'payment_declined' });
    expect(after).toMatchObject({ wish: undefined, version: 3, plans: [{ changeId: 'w-1' }] });
    expect(earlierWish(after, 'w-1')).toEqual({ move: 'change', refused: 'payment_declined' });
    expect(withdrawn(after, 'w-1', { at: NOW, reason: 'again' })).toBe(after);
  });
});
