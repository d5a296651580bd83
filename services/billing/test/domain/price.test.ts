import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeOrdinal } from '../../src/domain/ordinal.ts';
import { priceWith } from '../../src/domain/price.ts';
import type { Off } from '../../src/domain/promotion.ts';
import { bundle } from '../support/packages.ts';

fc.configureGlobal({ numRuns: Number(process.env['PROOF_SEEDS'] ?? 100) });

const price = (amount: number, off: Off | undefined, currency = 'USD') =>
  priceWith(bundle({ pricing: { amount, currency } }), off);
const percent = (value: number): Off => ({ kind: 'percent', percent: value });

describe('a price', () => {
  test.each([
    [999, 50, 500],
    [1, 50, 1],
    [1, 49, 0],
    [10, 5, 1],
    [9_990, 15, 1_499],
    [29_700, 100, 29_700],
    [0, 100, 0],
  ])('of %i less %i %% is %i off, half up', (amount, off, discount) => {
    expect(price(amount, percent(off))).toMatchObject({ discount, total: amount - discount });
  });

  test('in a currency with three decimals stays one that Stripe can charge', () => {
    expect(price(12_350, percent(15), 'KWD')).toMatchObject({ discount: 1_850, total: 10_500 });
    expect(price(12_350, percent(100), 'kwd')).toMatchObject({ total: 0, currency: 'KWD' });
    expect(price(12_350, undefined, 'KWD')).toMatchObject({ discount: 0, total: 12_350, rule: 'catalog_price' });
  });

  test('and its discount always make the whole, none negative, whatever the code', () => {
    const off = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map(percent),
      fc
        .nat({ max: Number.MAX_SAFE_INTEGER })
        .map((amountMinor): Off => ({ kind: 'amount', amountMinor, currency: 'USD' })),
    );
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), off, (amount, one) => {
        const { discount, total } = price(amount, one);
        expect(discount + total).toBe(amount);
        expect(Math.min(discount, total)).toBeGreaterThanOrEqual(0);
        // Never further from the exact share than half a unit.
        if (one.kind === 'percent') {
          const exact = BigInt(amount) * BigInt(one.percent);
          const away = BigInt(discount) * 100n - exact;
          expect(away <= 50n && away > -50n).toBe(true);
        }
      }),
    );
  });
});

test('a free number is one that nobody has, wherever the choice falls; when all are taken there is none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 1, max: 40 })),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (maximum, taken, spread) => {
        const ordinal = freeOrdinal(taken, maximum, spread);
        const isFull = new Set(taken.filter((one) => one <= maximum)).size === maximum;
        if (ordinal === undefined) return expect(isFull).toBe(true);
        expect(taken).not.toContain(ordinal);
        expect(ordinal >= 1 && ordinal <= maximum).toBe(true);
      },
    ),
  );
});
