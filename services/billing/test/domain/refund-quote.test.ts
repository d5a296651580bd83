import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type RefundFacts, refundOptions, shareOf } from '../../src/domain/refund-quote.ts';

fc.configureGlobal({ numRuns: Number(process.env['PROOF_SEEDS'] ?? 100) });

const NOW = new Date('2025-01-11T12:00:00Z');
const facts = (changes: Partial<RefundFacts> = {}): RefundFacts => ({
  paidMinor: 29_700,
  refundedMinor: 0,
  credits: { total: 3, unused: 2, gone: 1 },
  singleSessionPriceMinor: 12_000,
  stepMinor: 1,
  ...changes,
});
const amounts = (changes: Partial<RefundFacts>) =>
  Object.fromEntries(refundOptions(facts(changes), NOW).map(({ basis, amountMinor }) => [basis, amountMinor]));

describe('what can go back', () => {
  test.each<[string, Partial<RefundFacts>, Record<string, number>]>([
    ['of one used of three', {}, { unused_share: 19_800, less_used: 17_700 }],
    ['of nothing used', { credits: { total: 3, unused: 3, gone: 0 } }, { unused_share: 29_700, less_used: 29_700 }],
    // Three used at 12 000 are more than was paid.
    ['of all used', { credits: { total: 3, unused: 0, gone: 3 } }, {}],
    ['of a purchase without a single-session price', { singleSessionPriceMinor: undefined }, { unused_share: 19_800 }],
    [
      'of a purchase whose single session is free',
      { singleSessionPriceMinor: 0 },
      { unused_share: 19_800, less_used: 29_700 },
    ],
    // 9 900 went back with one credit in Stripe’s dashboard: that credit is neither unused nor gone.
    [
      'after a refund of one credit',
      { refundedMinor: 9_900, credits: { total: 3, unused: 1, gone: 1 } },
      { unused_share: 9_900, less_used: 7_800 },
    ],
    ['of more than is left', { refundedMinor: 25_000 }, { unused_share: 4_700 }],
    ['after everything went back', { refundedMinor: 29_700 }, {}],
    ['of what cost nothing', { paidMinor: 0 }, {}],
    ['of a lot without credits', { credits: { total: 0, unused: 0, gone: 0 }, singleSessionPriceMinor: undefined }, {}],
  ])('%s', (_what, changes, expected) => {
    expect(amounts(changes)).toEqual(expected);
  });

  test('of an unlimited package is its whole days left, and never the price less sessions', () => {
    const period = { start: new Date('2025-01-01T12:00:00Z'), end: new Date('2025-02-01T12:00:00Z') };
    expect(amounts({ period, paidMinor: 31_000 })).toEqual({ unused_share: 21_000 });
    const later = new Date(NOW.getTime() + 1);
    expect(refundOptions(facts({ period, paidMinor: 31_000 }), later)[0]?.amountMinor).toBe(20_000);
    expect(refundOptions(facts({ period }), period.end)).toEqual([]);
    expect(refundOptions(facts({ period }), new Date('2025-03-01T00:00:00Z'))).toEqual([]);
    // Not begun yet: all of it.
    expect(refundOptions(facts({ period, paidMinor: 31_000 }), new Date('2024-12-01T00:00:00Z'))[0]?.amountMinor).toBe(
      31_000,
    );
  });

  test('of dinars ends in 0, because Stripe gives back no others; a half of ten stays with the seller', () => {
    const dinars = { paidMinor: 10_500, stepMinor: 10, singleSessionPriceMinor: 3_333 };
    expect(amounts(dinars)).toEqual({ unused_share: 7_000, less_used: 7_160 });
    expect(amounts({ ...dinars, paidMinor: 10_450, credits: { total: 2, unused: 1, gone: 1 } })).toEqual({
      unused_share: 5_220,
      less_used: 7_110,
    });
  });

  test('takes all that is unused, on either basis', () => {
    expect(refundOptions(facts(), NOW).map(({ creditsRevoked }) => creditsRevoked)).toEqual([2, 2]);
  });
});

describe('a share', () => {
  const amount = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.maxSafeNat());
  const whole = fc.integer({ min: 1, max: 1_000 });

  test.each([
    // A half stays with the seller.
    [5, 1, 2, 2],
    [100, 1, 3, 33],
    [100, 2, 3, 67],
    [1, 1, 2, 0],
    [1, 2, 3, 1],
    [1_001, 1, 2, 500],
  ])('of %d, %d of %d, is %d', (all, part, of, share) => {
    expect(shareOf(all, { part, whole: of, stepMinor: 1 })).toBe(share);
  });

  test('and what is kept sum to the whole, each within half a unit of its exact value', () => {
    fc.assert(
      fc.property(amount, whole, fc.nat({ max: 1_000 }), (all, of, some) => {
        const part = Math.min(some, of);
        const share = shareOf(all, { part, whole: of, stepMinor: 1 });
        const kept = all - share;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(kept).toBeGreaterThanOrEqual(0);
        const twiceOff = 2n * (BigInt(share) * BigInt(of) - BigInt(all) * BigInt(part));
        expect(twiceOff < BigInt(of) && twiceOff >= -BigInt(of)).toBe(true);
      }),
    );
  });

  test('grows with the part; nothing is nothing and everything is everything', () => {
    fc.assert(
      fc.property(amount, whole, (all, of) => {
        expect(shareOf(all, { part: 0, whole: of, stepMinor: 1 })).toBe(0);
        expect(shareOf(all, { part: of, whole: of, stepMinor: 1 })).toBe(all);
        const shares = Array.from({ length: Math.min(of, 50) }, (_, part) =>
          shareOf(all, { part, whole: of, stepMinor: 1 }),
        );
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
      }),
    );
  });
});

test('whatever the facts, every option is a whole sum above nothing and never more than is left', () => {
  const money = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.maxSafeNat());
  const counts = fc.record({ unused: fc.nat({ max: 100 }), gone: fc.nat({ max: 100 }), revoked: fc.nat({ max: 100 }) });
  fc.assert(
    fc.property(
      money,
      fc.double({ min: 0, max: 1, noNaN: true }),
      counts,
      fc.option(money, { nil: undefined }),
      fc.constantFrom(1, 10),
      (paidMinor, part, lot, price, stepMinor) => {
        const { unused, gone, revoked } = lot;
        const refundedMinor = Math.floor(paidMinor * part);
        const credits = { total: unused + gone + revoked, unused, gone };
        for (const option of refundOptions(
          { paidMinor, refundedMinor, credits, singleSessionPriceMinor: price, stepMinor },
          NOW,
        )) {
          expect(Number.isSafeInteger(option.amountMinor)).toBe(true);
          expect(option.amountMinor % stepMinor).toBe(0);
          expect(option.amountMinor).toBeGreaterThan(0);
          expect(option.amountMinor).toBeLessThanOrEqual(paidMinor - refundedMinor);
          expect(option.creditsRevoked).toBe(unused);
          if (option.basis === 'less_used') expect(price).toBeDefined();
        }
      },
    ),
  );
});
