import { describe, expect, test } from '@jest/globals';
import type { PackageInput } from '@consult/contracts/api/package';
import { changedPaths } from '../../src/domain/changes.ts';
import { readInstant } from '../../src/domain/instants.ts';
import { decideMove } from '../../src/domain/moves.ts';
import { isOnSale } from '../../src/domain/package.ts';
import { mergePatch, withoutChecks } from '../../src/domain/patch.ts';
import { deriveTerms } from '../../src/domain/terms.ts';

const STATED: PackageInput = {
  details: { name: 'Summer', type: 'consultation_bundle' },
  credits: { total: 10, duration: { minutes: 60 } },
  pricing: { amount: 89_000, originalPrice: 99_000, discount: { amount: 10_000 }, pricePerCredit: 8_900 },
  availability: { status: 'inactive', featuredPackage: true },
};
const termsOf = (stated: PackageInput) => {
  const derived = deriveTerms(stated, { currency: 'USD', fairUse: 31 });
  if ('faults' in derived) throw new Error(JSON.stringify(derived.faults));
  return derived.terms;
};

describe('on sale', () => {
  const availability = {
    status: 'active' as const,
    featuredPackage: false,
    displayOrder: 0,
    limitedTimeOffer: false,
    startDate: new Date('2025-06-01T00:00:00Z'),
    endDate: new Date('2025-08-31T00:00:00Z'),
  };
  test.each([
    ['2025-05-31T23:59:59.999Z', false],
    ['2025-06-01T00:00:00.000Z', true],
    ['2025-08-30T23:59:59.999Z', true],
    ['2025-08-31T00:00:00.000Z', false],
  ])('from the start until before the end: %s %s', (now, expected) => {
    expect(isOnSale({ availability }, new Date(now))).toBe(expected);
  });

  test('never when it is not active', () => {
    const retired = { ...availability, status: 'inactive' as const };
    expect(isOnSale({ availability: retired }, new Date('2025-07-01T00:00:00Z'))).toBe(false);
  });
});

describe('a change', () => {
  test('is laid over what was stated, field by field', () => {
    const merged = mergePatch(STATED, { pricing: { amount: 79_000, discount: { amount: 20_000 } } });
    expect(merged.pricing).toMatchObject({ amount: 79_000, originalPrice: 99_000, discount: { amount: 20_000 } });
    expect(merged.credits).toEqual(STATED.credits);
  });

  test('of the price is not held to the price of a credit that was stated once', () => {
    const kept = withoutChecks(STATED);
    expect(kept.pricing.pricePerCredit).toBeUndefined();
    const merged = mergePatch(kept, { pricing: { amount: 99_000, discount: { amount: 0 } } });
    expect(termsOf(merged).pricing.pricePerCredit).toBe(9_900);
  });

  test('to unlimited takes the place of a number', () => {
    expect(termsOf(mergePatch(withoutChecks(STATED), { credits: { unlimited: true } })).credits.total).toBe(31);
  });

  test('names what is new', () => {
    const after = mergePatch(STATED, { details: { name: 'Autumn' }, features: ['fast'] });
    expect(changedPaths(termsOf(STATED), termsOf(after))).toEqual(['details.name', 'features']);
    expect(changedPaths(termsOf(STATED), termsOf(STATED))).toEqual([]);
  });
});

describe('moves', () => {
  test.each([
    ['inactive', 'publish', { to: 'active' }],
    ['active', 'publish', 'same'],
    ['active', 'retire', { to: 'inactive' }],
    ['inactive', 'retire', 'same'],
    ['active', 'archive', { to: 'archived' }],
    ['inactive', 'archive', { to: 'archived' }],
    ['archived', 'archive', 'same'],
    ['archived', 'publish', { refused: [] }],
    ['archived', 'retire', { refused: [] }],
  ] as const)('%s, %s', (from, move, expected) => expect(decideMove(from, move)).toEqual(expected));
});

describe('dates', () => {
  test.each([
    ['2025-06-01', '2025-06-01T00:00:00.000Z'],
    ['2025-06-01T02:00:00+02:00', '2025-06-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2025-02-29', undefined],
    ['2025-02-30T10:00:00Z', undefined],
    ['2025-13-01', undefined],
    ['2025-06-01T25:00:00Z', undefined],
  ])('%s is %s', (text, expected) => expect(readInstant(text)?.toISOString()).toBe(expected));
});
