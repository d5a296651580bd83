import { derivedId } from '@consult/runtime/ids';
import type { Transaction } from '../domain/transaction.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';

/**
 * The coupon at Stripe that takes off the first invoice of a subscription what a promotion code took off its price, to the minor unit;
 * made when it is not there. Undefined without a code. Refusals: dependency_unavailable.
 */
export async function onceOff(
  deps: Pick<Deps, 'stripe'>,
  { tenantId, stripeAccount, promotion, currency, package: sold }: Transaction,
): Promise<string | undefined> {
  if (promotion === undefined || promotion.discountMinor === 0) return undefined;
  const { code, discountMinor } = promotion;
  // Who redeems it how often is counted here; Stripe only has to take off the same sum again.
  const id = derivedId('coupon', tenantId, code, String(discountMinor), currency);
  const terms = {
    id,
    duration: 'once' as const,
    amount_off: discountMinor,
    currency: currency.toLowerCase(),
    name: code,
    metadata: { tenantId, packageId: sold.packageId },
  };
  try {
    await deps.stripe.call((sdk) => sdk.coupons.create(terms, on(stripeAccount)));
  } catch (error) {
    // Made before, for another purchase or by a try of this one.
    if (!isStripeRefusal(error) || error.code !== 'resource_already_exists') throw error;
  }
  return id;
}
