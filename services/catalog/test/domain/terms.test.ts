import { describe, expect, test } from '@jest/globals';
import type { PackageInput } from '@consult/contracts/api/package';
import { deriveTerms } from '../../src/domain/terms.ts';

const TENANT = { currency: 'EUR', fairUse: 31 };
type Parts = { [K in keyof PackageInput]?: Partial<PackageInput[K]> };

/** A bundle of 10 for 790.00, with parts of it said otherwise. */
function stated({ details, credits, pricing, ...rest }: Parts = {}): PackageInput {
  return {
    details: { name: 'Pack', type: 'consultation_bundle', ...details },
    credits: credits ?? { total: 10 },
    pricing: { amount: 79_000, ...pricing },
    ...rest,
  } as PackageInput;
}
function termsOf(parts?: Parts) {
  const derived = deriveTerms(stated(parts), TENANT);
  if ('faults' in derived) throw new Error(JSON.stringify(derived.faults));
  return derived.terms;
}
function faultsOf(parts: Parts): string[] {
  const derived = deriveTerms(stated(parts), TENANT);
  return 'faults' in derived ? derived.faults.map(({ pointer, code }) => `${pointer} ${code}`) : [];
}

describe('what is not said has its default', () => {
  test('a bundle: the tenant’s currency, individual, active at once, credits that never lapse', () => {
    expect(termsOf()).toEqual({
      details: { name: 'Pack', type: 'consultation_bundle', description: '', category: 'individual' },
      credits: {
        total: 10,
        unlimited: false,
        expiresAfterDays: 36_500,
        chargeByDuration: false,
        expiryBasis: 'booked_at',
        activates: 'purchase',
        priority: 100,
        sessionTypes: [],
      },
      pricing: { amount: 79_000, currency: 'EUR', pricePerCredit: 7_900 },
      availability: { status: 'active', featuredPackage: false, displayOrder: 0, limitedTimeOffer: false },
      eligibility: { clientTypes: [] },
      marketing: { tagline: '', badge: '' },
      features: [],
    });
  });

  test.each([
    ['monthly_subscription', 'month', 30],
    ['quarterly_subscription', 'quarter', 91],
    ['annual_subscription', 'year', 365],
  ] as const)('%s is paid every %s and its credits live %i days', (type, interval, expiresAfterDays) => {
    const terms = termsOf({ details: { type } });
    expect(terms.subscription).toEqual({ recurring: true, interval });
    expect(terms.credits.expiresAfterDays).toBe(expiresAfterDays);
    // What lapses with its period is spent before what was bought to keep.
    expect(terms.credits.priority).toBeLessThan(termsOf().credits.priority);
  });

  test('a recurring custom plan is paid monthly, any other once', () => {
    const plan = { details: { type: 'custom_plan' } } as const;
    expect(termsOf({ ...plan, subscription: { recurring: true } }).subscription?.interval).toBe('month');
    expect(termsOf({ ...plan, subscription: { recurring: true, interval: 'year' } }).subscription?.interval).toBe(
      'year',
    );
    expect(termsOf(plan).subscription).toBeUndefined();
  });

  test('the days begin at the purchase, or at the first booking where that is said; what recurs has its period', () => {
    expect(termsOf({ credits: { total: 10, activates: 'first_booking' } }).credits.activates).toBe('first_booking');
    expect(termsOf({ details: { type: 'monthly_subscription' } }).credits).not.toHaveProperty('activates');
  });

  test('unlimited stands for the tenant’s fair-use count', () => {
    const { credits, pricing } = termsOf({ credits: { unlimited: true }, pricing: { amount: 299_900 } });
    expect(credits).toMatchObject({ total: 31, unlimited: true });
    expect(pricing.pricePerCredit).toBe(9_674);
  });
});

describe('prices', () => {
  test('the original price follows from the discount’s amount', () => {
    const { pricing } = termsOf({ pricing: { amount: 45_000, discount: { percentage: 10, amount: 5_000 } } });
    expect(pricing).toMatchObject({ originalPrice: 50_000, discount: { percentage: 10, amount: 5_000 } });
  });

  test('the discount’s amount follows from the original price, and both from a percentage alone', () => {
    const given = termsOf({ pricing: { amount: 89_000, originalPrice: 99_000, discount: { percentage: 10 } } });
    expect(given.pricing.discount).toEqual({ percentage: 10, amount: 10_000 });
    const alone = termsOf({ pricing: { amount: 45_000, discount: { percentage: 10 } } });
    expect(alone.pricing).toMatchObject({ originalPrice: 50_000, discount: { amount: 5_000 } });
  });

  test('a percentage may be a point off, and no more', () => {
    const at = (percentage: number) =>
      faultsOf({ pricing: { amount: 45_000, originalPrice: 50_000, discount: { percentage } } });
    expect([at(9), at(11)]).toEqual([[], []]);
    expect(at(8.9)).toEqual(['/pricing/discount/percentage contradiction']);
    expect(at(11.1)).toEqual(['/pricing/discount/percentage contradiction']);
  });

  test.each(['usd', 'JPY', 'kwd'])('%s is known in any case and answered in upper case', (currency) => {
    expect(termsOf({ pricing: { currency } }).pricing.currency).toBe(currency.toUpperCase());
  });

  test('the price of a credit is rounded down, and a stated one must agree', () => {
    expect(termsOf({ credits: { total: 8 }, pricing: { amount: 79_900 } }).pricing.pricePerCredit).toBe(9_987);
    expect(faultsOf({ pricing: { pricePerCredit: 7_900 } })).toEqual([]);
    expect(faultsOf({ pricing: { pricePerCredit: 7_901 } })).toEqual(['/pricing/pricePerCredit contradiction']);
  });
});

describe('contradictions', () => {
  test('are all named at once', () => {
    const parts: Parts = {
      details: { type: 'free_trial' },
      credits: { unlimited: true, total: 5, chargeByDuration: true, rollover: { max: 1, periods: 1 } },
      pricing: {
        currency: 'xqq',
        originalPrice: 100,
        discount: { percentage: 50, amount: 7 },
        pricePerCredit: 1,
      },
      subscription: { recurring: true, interval: 'month' },
      availability: { startDate: '2025-06-01', endDate: '2025-06-01' },
    };
    expect(faultsOf(parts)).toEqual([
      '/credits/total contradiction',
      '/credits/duration missing',
      '/credits/rollover contradiction',
      '/credits/rollover contradiction',
      '/credits/unlimited contradiction',
      '/pricing/amount contradiction',
      '/pricing/currency unknown_currency',
      '/pricing/originalPrice contradiction',
      '/pricing/discount/amount contradiction',
      '/pricing/discount/percentage contradiction',
      '/pricing/pricePerCredit contradiction',
      '/subscription/recurring contradiction',
      '/subscription/interval contradiction',
      '/availability/endDate contradiction',
    ]);
  });

  test.each<[string, Parts, string[]]>([
    ['no number of credits', { credits: {} }, ['/credits/total missing']],
    ['unlimited that is not', { credits: { unlimited: false } }, ['/credits/total missing']],
    [
      'a month paid yearly',
      { details: { type: 'monthly_subscription' }, subscription: { interval: 'year', recurring: false } },
      ['/subscription/recurring contradiction', '/subscription/interval contradiction'],
    ],
    [
      'credits of a period that wait for a booking',
      { details: { type: 'monthly_subscription' }, credits: { total: 8, activates: 'first_booking' } },
      ['/credits/activates contradiction'],
    ],
    [
      'credits of a recurring plan that begin at the purchase',
      {
        details: { type: 'custom_plan' },
        subscription: { recurring: true },
        credits: { total: 8, activates: 'purchase' },
      },
      ['/credits/activates contradiction'],
    ],
    [
      'an interval of what does not recur',
      { details: { type: 'custom_plan' }, subscription: { interval: 'year' } },
      ['/subscription/interval contradiction'],
    ],
    [
      'all taken off, and yet charged',
      { pricing: { discount: { percentage: 100 } } },
      ['/pricing/originalPrice missing'],
    ],
    [
      'more than a number holds',
      { pricing: { amount: Number.MAX_SAFE_INTEGER, discount: { amount: 1 } } },
      ['/pricing/discount too_large'],
    ],
  ])('%s', (_what, parts, expected) => expect(faultsOf(parts)).toEqual(expected));
});
