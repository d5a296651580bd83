import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideDispute } from '../../src/domain/dispute.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import { decideRefund, decideRefundFailed, type RefundCommand } from '../../src/domain/refund.ts';
import {
  at,
  type Bench,
  contextOf,
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
  stateOf,
  use,
} from '../support/bench.ts';

/** Ten credits for 100.00. */
const TEN = grantOf('lot', { credits: 10, paidMinor: 10_000 });
const refund = (bench: Bench, refundId: string, amountMinor: number, changes: Partial<RefundCommand> = {}) =>
  put(
    bench,
    decideRefund(
      bench.account,
      { lotId: 'lot', refundId, amountMinor, all: false, reason: '', ...changes },
      contextOf(bench),
    ),
  );
const fail = (bench: Bench, refundId: string) =>
  put(
    bench,
    decideRefundFailed(bench.account, { lotId: 'lot', refundId, reason: '', returnGraceDays: 7 }, contextOf(bench)),
  );
const dispute = (bench: Bench, state: 'open' | 'won' | 'lost', disputeId = 'dp') =>
  put(bench, decideDispute(bench.account, { lotId: 'lot', disputeId, state }, contextOf(bench)));
const eventsOf = (bench: Bench) =>
  bench.happenings.map(({ definition, data }) => ({ type: definition.type.split('.')[1], ...(data as object) }));

function bought(): Bench {
  const bench = newBench();
  grant(bench, TEN);
  return bench;
}
/** One used, one held. */
function inUse(): Bench {
  const bench = bought();
  for (const id of ['used', 'held']) reserve(bench, reserveOf(id));
  use(bench, 'used');
  hold(bench, 'held');
  return bench;
}

describe('a refund', () => {
  test('takes its share of the credits, rounded up, once', () => {
    const bench = bought();
    expect(refund(bench, 're-1', 2_001)).toEqual({ lotId: 'lot', credits: 3 });
    expect(refund(bench, 're-1', 2_001)).toEqual({ lotId: 'lot', credits: 3 });
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 7, revoked: 3 });
    expect(refund(bench, 're-1', 2_000)).toMatchObject({ code: 'idempotency_key_reused' });
    expect(refund(bench, 're-2', 999)).toEqual({ lotId: 'lot', credits: 0 });
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 7, revoked: 3 });
    expectSound(bench);
  });

  test('in parts takes as many as in one, never more than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 12 }), (amounts) => {
        const bench = bought();
        amounts.forEach((amountMinor, index) => refund(bench, `re-${index}`, amountMinor));
        const sum = amounts.reduce((total, amountMinor) => total + amountMinor, 0);
        expect(lotOf(bench, 'lot').revoked).toBe(Math.min(10, Math.ceil((10 * sum) / 10_000)));
        expectSound(bench);
      }),
    );
  });

  test('in full as quoted takes all that is unused; used and held credits stay, and somebody is told to look', () => {
    const bench = inUse();
    expect(refund(bench, 're', 7_000, { all: true })).toEqual({ lotId: 'lot', credits: 8 });
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 0, used: 1, held: 1, revoked: 8 });
    expect(eventsOf(bench).at(-1)).toMatchObject({
      type: 'CreditsRevoked',
      cause: 'refund',
      credits: 8,
      creditsKept: 2,
      needsReview: true,
    });
    expectSound(bench);
  });

  test('that fails gives back what it took, however late, and before its own word it takes nothing', () => {
    const bench = inUse();
    refund(bench, 're', 10_000);
    fail(bench, 're');
    fail(bench, 're');
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 8, revoked: 0 });
    expect(eventsOf(bench).at(-1)).toMatchObject({ type: 'CreditsRestored', credits: 8, refundId: 're' });
    fail(bench, 'never-told');
    expect(refund(bench, 'never-told', 5_000)).toEqual({ lotId: 'lot', credits: 0 });
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 8, revoked: 0 });
    expectSound(bench);
  });

  test('that fails after the lot has expired gives its credits seven more days', () => {
    const bench = bought();
    refund(bench, 're', 3_000);
    bench.now = at('2025-03-10T09:00:00.000Z');
    fail(bench, 're');
    expect(availableCredits(bench.account, bench.now)).toBe(3);
    bench.now = at('2025-03-17T09:00:00.000Z');
    expect(availableCredits(bench.account, bench.now)).toBe(0);
    expectSound(bench);
  });
});

describe('a dispute', () => {
  test('freezes the lot: nothing is spent, and nothing lost when it is won', () => {
    const bench = inUse();
    dispute(bench, 'open');
    expect(reserve(bench, reserveOf('no'))).toMatchObject({ details: { why: ['account_frozen'], balance: 0 } });
    use(bench, 'held');
    dispute(bench, 'won');
    dispute(bench, 'open');
    expect(availableCredits(bench.account, bench.now)).toBe(8);
    expectSound(bench);
  });

  test('that is lost takes what is unused, and what comes back later stays frozen', () => {
    const bench = inUse();
    dispute(bench, 'lost');
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 0, held: 1, used: 1, revoked: 8 });
    expect(eventsOf(bench).at(-1)).toMatchObject({ type: 'CreditsRevoked', cause: 'dispute', needsReview: true });
    release(bench, 'held');
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 1 });
    expect(availableCredits(bench.account, bench.now)).toBe(0);
    expectSound(bench);
  });

  test('is over only when all of them are', () => {
    const bench = bought();
    dispute(bench, 'open', 'dp-1');
    dispute(bench, 'open', 'dp-2');
    dispute(bench, 'won', 'dp-1');
    expect(availableCredits(bench.account, bench.now)).toBe(0);
    dispute(bench, 'won', 'dp-2');
    expect(availableCredits(bench.account, bench.now)).toBe(10);
  });
});

describe('told before the payment they are of', () => {
  const tellers: Record<string, (bench: Bench) => unknown> = {
    grant: (bench) => grant(bench, TEN),
    refund: (bench) => refund(bench, 're-1', 2_500),
    'another refund': (bench) => refund(bench, 're-2', 1_200),
    'a refund that failed': (bench) => [refund(bench, 're-3', 4_000), fail(bench, 're-3')],
    dispute: (bench) => dispute(bench, 'open'),
    'a dispute that was won': (bench) => dispute(bench, 'won', 'dp-2'),
  };

  test('refunds and disputes end in the same account as in order', () => {
    const names = Object.keys(tellers);
    const inOrder = newBench();
    for (const name of names) tellers[name]?.(inOrder);
    fc.assert(
      fc.property(fc.shuffledSubarray([...names, ...names], { minLength: 2 * names.length }), (order) => {
        const bench = newBench();
        for (const name of order) tellers[name]?.(bench);
        expect(balances(bench)).toEqual(balances(inOrder));
        expectSound(bench);
      }),
    );
  });

  /** The first answer of a refund that came early is that it took nothing; all else is the same. */
  function balances(bench: Bench) {
    const state = stateOf(bench);
    const lots = state.lots.map(({ refunds = [], disputes = [], ...lot }) => ({
      ...lot,
      refunds: refunds.map(({ credits: _credits, ...note }) => note).sort((a, b) => (a.refundId < b.refundId ? -1 : 1)),
      disputes: [...disputes].sort((a, b) => (a.disputeId < b.disputeId ? -1 : 1)),
    }));
    return { ...state, lots };
  }
});
