import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitAmount } from '../../src/domain/fees.ts';

fc.configureGlobal({ numRuns: Number(process.env['PROOF_SEEDS'] ?? 100) });

const gross = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.maxSafeNat());
// A package's own fee may be as large as any amount.
const fixed = fc.oneof(fc.nat({ max: 100_000 }), fc.maxSafeNat());
const rule = fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }), fixedMinor: fixed });
const fee = fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined });

describe('the parts of a payment', () => {
  test('always sum to the whole, in whole minor units', () => {
    fc.assert(
      fc.property(gross, rule, fee, (whole, platform, processing) => {
        const { platformFee, processingFee, net, gross: kept } = splitAmount(whole, platform, processing);
        expect(kept).toBe(whole);
        expect(BigInt(platformFee) + BigInt(processingFee) + BigInt(net)).toBe(BigInt(whole));
        for (const part of [platformFee, processingFee, net]) expect(Number.isSafeInteger(part)).toBe(true);
      }),
    );
  });

  test('are each less than one unit away from the exact share; Stripe’s real fee is taken as it is', () => {
    fc.assert(
      fc.property(gross, rule, fc.nat({ max: 1_000_000 }), (whole, platform, processing) => {
        const split = splitAmount(whole, platform, processing);
        expect(split.processingFee).toBe(processing);
        const exact = BigInt(whole) * BigInt(platform.basisPoints) + BigInt(platform.fixedMinor) * 10_000n;
        const capped = exact > BigInt(whole) * 10_000n ? BigInt(whole) * 10_000n : exact;
        const away = BigInt(split.platformFee) * 10_000n - capped;
        expect(away < 10_000n && away > -10_000n).toBe(true);
      }),
    );
  });

  test('the platform never takes more than was paid, nor less than nothing', () => {
    fc.assert(
      fc.property(gross, rule, fee, (whole, platform, processing) => {
        const { platformFee } = splitAmount(whole, platform, processing);
        expect(platformFee).toBeGreaterThanOrEqual(0);
        expect(platformFee).toBeLessThanOrEqual(whole);
      }),
    );
  });

  test.each([
    // 2.9 % of 29700 = 861.3, and 30.
    [29_700, 0, 0, undefined, { platformFee: 0, processingFee: 891, net: 28_809 }],
    // 10 % and 50.
    [29_700, 1_000, 50, undefined, { platformFee: 3_020, processingFee: 891, net: 25_789 }],
    [79_900, 250, 0, 2_347, { platformFee: 1_998, processingFee: 2_347, net: 75_555 }],
    // Of three halves, the first two remainders win: the sum is exact.
    [50, 300, 0, undefined, { platformFee: 2, processingFee: 31, net: 17 }],
    // Fees above a tiny price leave a negative net, never a wrong sum.
    [20, 0, 500, undefined, { platformFee: 20, processingFee: 31, net: -31 }],
    [0, 1_000, 50, undefined, { platformFee: 0, processingFee: 0, net: 0 }],
  ])('of %d at %d bp + %d (fee %p) are %p', (whole, basisPoints, fixedMinor, processing, parts) => {
    expect(splitAmount(whole, { basisPoints, fixedMinor }, processing)).toEqual({ gross: whole, ...parts });
  });
});
