import { describe, expect, test } from '@jest/globals';
import { decideSubscription } from '../../src/domain/client.ts';
import { NEVER } from '../../src/domain/lot.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import {
  at,
  type Bench,
  contextOf,
  due,
  expectSound,
  grant,
  grantOf,
  hold,
  lotOf,
  newBench,
  put,
  release,
  reserve,
  reserveOf,
} from '../support/bench.ts';

/** 60 × 24 h after the purchase. */
const EXPIRY = '2025-03-02T09:00:00.000Z';
const JUST_BEFORE = '2025-03-02T08:59:59.999Z';

const eventsOf = (bench: Bench) =>
  bench.happenings.map(({ definition, data }) => ({ type: definition.type.split('.')[1], ...(data as object) }));
const available = (bench: Bench) => availableCredits(bench.account, bench.now);

describe('expiry', () => {
  test('is exact and half-open: spendable until the last millisecond, gone at the instant', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    bench.now = at(JUST_BEFORE);
    expect(available(bench)).toBe(3);
    expect(reserve(bench, reserveOf('b'))).toMatchObject({ availableAfter: 2 });
    bench.now = at(EXPIRY);
    expect(available(bench)).toBe(0);
    expect(reserve(bench, reserveOf('c'))).toMatchObject({
      code: 'credits_required',
      details: { why: ['no_credits'] },
    });
    due(bench);
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 0, reserved: 1, expired: 2 });
    expectSound(bench);
  });

  test('of a package that never expires is 9999-12-31 and never due', () => {
    const bench = newBench();
    grant(bench, grantOf('lot', { expiresAfterDays: 36_500 }));
    expect(lotOf(bench, 'lot').expiryDate).toEqual(NEVER);
    expect(bench.account.dueAt).toBeUndefined();
  });

  test('is warned of 30, 7 and 1 days before, once each', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    for (const day of ['2025-01-31', '2025-02-23', '2025-03-01']) {
      expect(bench.account.dueAt).toEqual(at(`${day}T09:00:00.000Z`));
      bench.now = at(`${day}T09:00:00.000Z`);
      due(bench);
      due(bench);
    }
    expect(eventsOf(bench).filter(({ type }) => type === 'CreditsExpiring')).toMatchObject([
      { daysLeft: 30, credits: 3 },
      { daysLeft: 7, credits: 3 },
      { daysLeft: 1, credits: 3 },
    ]);
    expect(bench.account.dueAt).toEqual(at(EXPIRY));
  });

  test('under session_at also decides for a session that falls behind it', () => {
    const bench = newBench();
    grant(bench, grantOf('lot', { expiryBasis: 'session_at' }));
    const late = reserveOf('late', { scheduledStart: at(EXPIRY) });
    expect(reserve(bench, late)).toMatchObject({ details: { why: ['expires_before_session'] } });
    expect(reserve(bench, reserveOf('in-time', { scheduledStart: at(JUST_BEFORE) }))).toMatchObject({
      availableAfter: 2,
    });
  });
});

describe('a credit given back after its lot has expired', () => {
  function heldOverExpiry(): Bench {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    reserve(bench, reserveOf('b'));
    hold(bench, 'b');
    bench.now = at('2025-03-10T09:00:00.000Z');
    release(bench, 'b');
    return bench;
  }

  test('lives seven more days, alone', () => {
    const bench = heldOverExpiry();
    expect(available(bench)).toBe(1);
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 1, held: 0, expired: 2 });
    bench.now = at('2025-03-17T08:59:59.999Z');
    expect(available(bench)).toBe(1);
    bench.now = at('2025-03-17T09:00:00.000Z');
    expect(available(bench)).toBe(0);
    due(bench);
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 0, expired: 3 });
    expectSound(bench);
  });

  test('gets the seven days only once', () => {
    const bench = heldOverExpiry();
    bench.now = at('2025-03-12T09:00:00.000Z');
    expect(reserve(bench, reserveOf('c'))).toMatchObject({ availableAfter: 0 });
    hold(bench, 'c');
    bench.now = at('2025-03-15T09:00:00.000Z');
    release(bench, 'c');
    expect(available(bench)).toBe(1);
    bench.now = at('2025-03-17T09:00:00.000Z');
    expect(available(bench)).toBe(0);
    expectSound(bench);
  });
});

describe('a subscription period', () => {
  const period = (from: string, to: string) => ({
    subscriptionId: 'sub',
    start: at(from),
    end: at(to),
    replaces: false,
  });
  const january = period('2025-01-01T09:00:00.000Z', '2025-02-01T09:00:00.000Z');
  const february = period('2025-02-01T09:00:00.000Z', '2025-03-01T09:00:00.000Z');
  const subscribed = () => {
    const bench = newBench();
    grant(bench, grantOf('jan', { credits: 8, period: january }));
    return bench;
  };

  test('ends with its period, and stays spendable for a day while the renewal is pending', () => {
    const bench = subscribed();
    bench.now = at('2025-02-02T08:59:59.999Z');
    expect(available(bench)).toBe(8);
    bench.now = at('2025-02-02T09:00:00.000Z');
    expect(available(bench)).toBe(0);
  });

  test('lapses as soon as the renewal is known', () => {
    const bench = subscribed();
    bench.now = at('2025-02-01T09:00:00.000Z');
    grant(bench, grantOf('feb', { credits: 8, paidAt: bench.now, period: february }));
    expect(available(bench)).toBe(8);
    expect(lotOf(bench, 'jan')).toMatchObject({ remaining: 0, expired: 8 });
    expect(bench.account.lifetime.creditsPurchased).toBe(16);
    expectSound(bench);
  });

  test('whose renewal was told before it gets no grace either', () => {
    const bench = newBench();
    bench.now = at('2025-02-01T10:00:00.000Z');
    grant(bench, grantOf('feb', { credits: 8, paidAt: bench.now, period: february }));
    grant(bench, grantOf('jan', { credits: 8, paidAt: at('2025-01-01T09:00:00.000Z'), period: january }));
    expect(available(bench)).toBe(8);
  });

  test('of a cancelled subscription has no grace, whichever word comes first', () => {
    const cancelled = { subscriptionId: 'sub', version: 3, cancelled: true };
    const before = newBench();
    put(before, decideSubscription(before.account, cancelled, contextOf(before)));
    grant(before, grantOf('jan', { credits: 8, period: january }));
    const after = subscribed();
    put(after, decideSubscription(after.account, cancelled, contextOf(after)));
    put(after, decideSubscription(after.account, { ...cancelled, version: 2, cancelled: false }, contextOf(after)));
    for (const bench of [before, after]) {
      bench.now = at('2025-02-01T09:00:00.000Z');
      expect(available(bench)).toBe(0);
    }
  });
});
