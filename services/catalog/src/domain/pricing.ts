import type { PackageInput } from '@consult/contracts/api/package';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { contradictionIf, type Faults, fault, missingIf } from './fault.ts';

type Pricing = PackageSnapshot['pricing'];
type Stated = PackageInput['pricing'];

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** How far a stated percentage may be from the exact one: prices are rounded by hand. */
const PERCENTAGE_TOLERANCE = 1;

/** What is charged and how it is shown, with every default, and what is wrong with it. Amounts are minor units. */
export function derivePricing(
  { pricing: stated, details }: PackageInput,
  given: { currency: string; total: number },
): { pricing: Pricing; faults: Faults } {
  const { amount } = stated;
  const currency = (stated.currency ?? given.currency).toUpperCase();
  const originalPrice = stated.originalPrice ?? impliedOriginal(stated);
  const discount = discountOf(stated, originalPrice);
  // Without a total, which is named elsewhere, there is nothing to divide by.
  const pricePerCredit = given.total === 0 ? 0 : Math.floor(amount / given.total);
  const costly = details.type === 'free_trial' && amount !== 0;
  const otherPrice = given.total > 0 && stated.pricePerCredit !== undefined && stated.pricePerCredit !== pricePerCredit;
  return {
    pricing: {
      amount,
      currency,
      ...(originalPrice === undefined ? {} : { originalPrice }),
      ...(discount === undefined ? {} : { discount }),
      pricePerCredit,
    },
    faults: [
      ...contradictionIf(costly, '/pricing/amount', 'a free trial costs 0'),
      ...(CURRENCIES.has(currency)
        ? []
        : [fault('/pricing/currency', 'unknown_currency', 'is not an ISO 4217 currency')]),
      ...discountFaults(stated, originalPrice),
      ...contradictionIf(otherPrice, '/pricing/pricePerCredit', `must be ${pricePerCredit}: the amount by the credits`),
    ],
  };
}

/** The price before the discount, where the discount says it. */
function impliedOriginal({ amount, discount = {} }: Stated): number | undefined {
  if (discount.amount !== undefined) return amount + discount.amount;
  const { percentage = 0 } = discount;
  return percentage === 0 || percentage === 100 ? undefined : Math.round((amount * 100) / (100 - percentage));
}

/** As stated, with the amount that follows from the rest. */
function discountOf({ amount, discount }: Stated, originalPrice: number | undefined): Pricing['discount'] {
  if (discount === undefined || originalPrice === undefined) return discount;
  return { ...discount, amount: originalPrice - amount };
}

function discountFaults({ amount, discount = {} }: Stated, originalPrice: number | undefined): Faults {
  const { percentage, amount: off } = discount;
  if (originalPrice === undefined)
    return missingIf((percentage ?? 0) > 0, '/pricing/originalPrice', 'is required: no percentage says what it was');
  if (!Number.isSafeInteger(originalPrice))
    return [fault('/pricing/discount', 'too_large', 'makes a price no number can hold')];
  const difference = originalPrice - amount;
  const exact = originalPrice === 0 ? 0 : (100 * difference) / originalPrice;
  const wrongPercentage = percentage !== undefined && Math.abs(percentage - exact) > PERCENTAGE_TOLERANCE;
  return [
    ...contradictionIf(difference < 0, '/pricing/originalPrice', 'must not be below what is charged'),
    ...contradictionIf(
      off !== undefined && off !== difference,
      '/pricing/discount/amount',
      `${originalPrice} less ${amount} is ${difference}`,
    ),
    ...contradictionIf(
      wrongPercentage,
      '/pricing/discount/percentage',
      `it is ${exact.toFixed(1)} % of the original price`,
    ),
  ];
}
