import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earnedBy, elapsedWithin, unearnedAt } from '../../src/domain/elapsed.ts';

const day = (number: number) => new Date(Date.UTC(2025, 0, number));
const lot = { paidMinor: 31_000, effectiveAt: day(1), expiryDate: day(32) };

describe('what an unlimited lot has earned', () => {
  test('ends with a refund of the time that was left, and a refund of more takes back', () => {
    const left = [{ at: day(11), refundedMinor: 21_000 }];
    expect([earnedBy(lot, day(11), left), earnedBy(lot, day(20), left), unearnedAt(lot, day(20), left)]).toEqual([
      10_000, 10_000, 0,
    ]);
    expect(elapsedWithin(lot, { from: day(11), to: day(40) }, [{ at: day(11), refundedMinor: 31_000 }])).toBe(-10_000);
  });

  test('a partial refund lets it go on up to what was kept; one that fails, to the whole', () => {
    const part = [{ at: day(11), refundedMinor: 1_000 }];
    expect([earnedBy(lot, day(21), part), unearnedAt(lot, day(21), part), earnedBy(lot, day(40), part)]).toEqual([
      20_000, 10_000, 30_000,
    ]);
    expect(earnedBy(lot, day(40), [...part, { at: day(12), refundedMinor: 0 }])).toBe(31_000);
  });

  test('earned, owed and gone back are always the price, and spans sum to the whole', () => {
    const refunds = fc
      .array(fc.record({ at: fc.integer({ min: 1, max: 40 }), refundedMinor: fc.integer({ min: 0, max: 31_000 }) }))
      .map((all) =>
        all.toSorted((a, b) => a.at - b.at).map(({ at, refundedMinor }) => ({ at: day(at), refundedMinor })),
      );
    const instant = fc.integer({ min: 0, max: 45 * 24 }).map((hour) => new Date(Date.UTC(2025, 0, 1, hour)));
    fc.assert(
      fc.property(refunds, instant, instant, (told, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const back = told.findLast(({ at }) => at < to)?.refundedMinor ?? 0;
        expect(earnedBy(lot, to, told) + unearnedAt(lot, to, told) + back).toBe(lot.paidMinor);
        expect(unearnedAt(lot, to, told)).toBeGreaterThanOrEqual(0);
        const parts = [
          { from: day(0), to: from },
          { from, to },
        ].map((span) => elapsedWithin(lot, span, told));
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(earnedBy(lot, to, told));
      }),
    );
  });
});
