import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Off } from './promotion.ts';

/** What a package costs. Minor units; price − discount = total, none negative. */
export interface Price {
  price: number;
  discount: number;
  total: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** What decided. */
  rule: 'catalog_price' | 'percent_off' | 'amount_off';
}

/** Stripe takes amounts in currencies with three decimals only where the last one is 0. */
const THREE_DECIMALS: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
const THREE_DECIMALS_STEP = 10n;
const WHOLE_PERCENT = 100n;

/** Minor units in which Stripe takes and gives money of a currency (ISO 4217, upper case). */
export function stepMinorOf(currency: string): number {
  return THREE_DECIMALS.has(currency) ? Number(THREE_DECIMALS_STEP) : 1;
}

/** The catalog's price with what a code takes off, rounded half up to what can be charged; never below nothing. */
export function priceWith({ pricing }: Pick<PackageSnapshot, 'pricing'>, off: Off | undefined): Price {
  const { amount: price } = pricing;
  const currency = pricing.currency.toUpperCase();
  if (off === undefined) return { price, discount: 0, total: price, currency, rule: 'catalog_price' };
  const step = BigInt(stepMinorOf(currency));
  const hundredths =
    off.kind === 'percent' ? BigInt(price) * BigInt(off.percent) : BigInt(off.amountMinor) * WHOLE_PERCENT;
  const isAll = hundredths >= BigInt(price) * WHOLE_PERCENT;
  const discount = isAll ? price : Math.min(price, Number(halfUp(hundredths, WHOLE_PERCENT * step) * step));
  const rule = off.kind === 'percent' ? 'percent_off' : 'amount_off';
  return { price, discount, total: price - discount, currency, rule };
}

function halfUp(value: bigint, unit: bigint): bigint {
  return (2n * value + unit) / (2n * unit);
}
