import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { recurrenceOf } from './package-sale.ts';

/** A product as Stripe has it now; undefined: it has none of this id. */
export type FoundProduct = { active: boolean } | undefined;
/** A price as Stripe has it now. */
export type FoundPrice =
  | {
      active: boolean;
      productId: string;
      unitAmount: number | null;
      currency: string;
      recurring: { interval: string; interval_count: number } | null;
    }
  | undefined;

/** What is wrong at Stripe, and what mends it: switch it on again, or make another. */
export type Drift = 'none' | 'archived' | 'gone' | 'other';

export function productDrift(product: FoundProduct): Drift {
  if (product === undefined) return 'gone';
  return product.active ? 'none' : 'archived';
}

/** Whether a price is still the one of this package: nobody must be charged another sum, or at another rhythm. */
export function priceDrift(price: FoundPrice, productId: string, sold: PackageSnapshot): Drift {
  if (price === undefined) return 'gone';
  const { amount, currency } = sold.pricing;
  const wanted = recurrenceOf(sold);
  const isSame =
    price.productId === productId &&
    price.unitAmount === amount &&
    price.currency.toLowerCase() === currency.toLowerCase() &&
    price.recurring?.interval === wanted?.interval &&
    price.recurring?.interval_count === wanted?.interval_count;
  if (!isSame) return 'other';
  return price.active ? 'none' : 'archived';
}
