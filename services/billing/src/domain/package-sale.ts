import type { PackageSnapshot } from '@consult/contracts/events/catalog';

/** What the client believes to pay. */
export interface Offer {
  amountMinor: number;
  /** ISO 4217 in any case. */
  currency: string;
}

export type SaleRefusal =
  | { refused: 'not_on_sale' }
  | { refused: 'price_changed'; currentPrice: { amount: number; currency: string } }
  | { refused: 'no_payment_needed' };

/** Why this package cannot be bought at this price now, or undefined when it can. */
export function saleRefusal(sold: PackageSnapshot, offer: Offer, now: Date): SaleRefusal | undefined {
  if (!isOnSale(sold, now)) return { refused: 'not_on_sale' };
  const { amount, currency } = sold.pricing;
  if (offer.amountMinor !== amount || offer.currency.toUpperCase() !== currency.toUpperCase())
    return { refused: 'price_changed', currentPrice: { amount, currency: currency.toUpperCase() } };
  if (amount === 0) return { refused: 'no_payment_needed' };
  return undefined;
}

/** Active and inside its half-open sale window. */
export function isOnSale({ availability }: PackageSnapshot, now: Date): boolean {
  const { status, startDate, endDate } = availability;
  return (
    status === 'active' &&
    (startDate === undefined || new Date(startDate) <= now) &&
    (endDate === undefined || now < new Date(endDate))
  );
}

/** Whether a package has a product and a price at Stripe: what is free, or not on sale, needs none. */
export function needsPrice({ availability, pricing }: PackageSnapshot): boolean {
  return availability.status === 'active' && pricing.amount > 0;
}

/** Whether a package is open to this kind of client; an empty list is open to all. */
export function isOpenTo(sold: PackageSnapshot, clientType: string): boolean {
  const types: readonly string[] = sold.eligibility.clientTypes;
  return types.length === 0 || types.includes(clientType);
}

/** A free trial only describes what registration gives; it is never bought or claimed. */
export function isClaimable({ details }: PackageSnapshot): boolean {
  return details.type !== 'free_trial';
}

export function isRecurring(sold: PackageSnapshot): boolean {
  return sold.subscription?.recurring === true;
}

/** An open payment may be handed out again only while the package is exactly what it was opened for. */
export function isSameSale(opened: PackageSnapshot, current: PackageSnapshot): boolean {
  return (
    opened.version === current.version &&
    opened.pricing.amount === current.pricing.amount &&
    opened.pricing.currency.toUpperCase() === current.pricing.currency.toUpperCase()
  );
}

/** How often a recurring package is paid, in Stripe's terms, which know no quarter. */
export interface Recurrence {
  interval: 'month' | 'year';
  interval_count: number;
}

const RECURRENCES: Readonly<Record<'month' | 'quarter' | 'year', Recurrence>> = {
  month: { interval: 'month', interval_count: 1 },
  quarter: { interval: 'month', interval_count: 3 },
  year: { interval: 'year', interval_count: 1 },
};

/** Undefined for what is paid once. */
export function recurrenceOf(sold: PackageSnapshot): Recurrence | undefined {
  return sold.subscription?.recurring === true ? RECURRENCES[sold.subscription.interval] : undefined;
}

/** Tells one Stripe price of a package from another: the same amount and interval is the same price. */
export function priceKey(sold: PackageSnapshot): string {
  const { amount, currency } = sold.pricing;
  const interval = sold.subscription?.recurring === true ? sold.subscription.interval : 'once';
  return `${amount}:${currency.toLowerCase()}:${interval}`;
}
