import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Coupon, Customer, Discount, PromotionCode, Subscription } from '../objects.ts';
import { periodEndAfter } from '../periods.ts';
import type { Work } from '../work.ts';
import type { Applied } from './discounts.ts';

/** What a caller names as a discount. */
export interface Named {
  coupon?: string | undefined;
  promotion_code?: string | undefined;
}

/** Whether a coupon can be redeemed at an instant. */
export const isValid = (
  { redeem_by: until, max_redemptions: max, times_redeemed: times }: Coupon,
  at: number,
): boolean => (until === null || at <= until) && (max === null || times < max);

/** Whether a code can be redeemed at an instant, as far as it decides itself. */
export const isActive = (
  { active, expires_at: until, max_redemptions: max, times_redeemed: times }: PromotionCode,
  at: number,
): boolean => active && (until === null || at <= until) && (max === null || times < max);

/** Reads what callers name, and refuses what cannot be redeemed. Nothing is counted yet. */
export async function discountsNamed(
  work: Work,
  named: readonly Named[],
  { customer, subscription, amount }: { customer: Customer; subscription: Subscription; amount: number },
): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const [index, one] of named.entries()) {
    const param = `discounts[${index}]`;
    const code =
      one.promotion_code === undefined
        ? undefined
        : await work.get('promotion_code', one.promotion_code, `${param}[promotion_code]`);
    if (code !== undefined) await assertRedeemable(work, code, { customer, amount, param });
    const id = code?.promotion.coupon ?? one.coupon;
    if (id === undefined)
      throw invalid(`Missing required param: ${param}[coupon].`, { code: 'parameter_missing', param });
    const coupon = await work.get('coupon', id, `${param}[coupon]`);
    if (!isValid(coupon, work.now))
      throw invalid(`Coupon expired: ${coupon.id}`, { code: 'coupon_expired', param: `${param}[coupon]` });
    if (coupon.currency !== null && coupon.currency !== subscription.currency)
      throw invalid(`The coupon ${coupon.id} is in ${coupon.currency}, but this is in ${subscription.currency}.`, {
        param: `${param}[coupon]`,
      });
    applied.push({ coupon, discount: newDiscount(work, { coupon, code, customer, subscription }) });
  }
  return applied;
}

/** Puts discounts onto a subscription: now they count as redeemed. */
export async function redeem(work: Work, subscription: Subscription, applied: readonly Applied[]): Promise<void> {
  subscription.discounts = applied.map(({ discount }) => discount.id);
  for (const { coupon, discount } of applied) {
    work.add(discount);
    coupon.times_redeemed += 1;
    coupon.valid = isValid(coupon, work.now);
    work.emit('customer.discount.created', discount);
    work.emit('coupon.updated', coupon);
    if (discount.promotion_code === null) continue;
    const code = await work.get('promotion_code', discount.promotion_code);
    code.times_redeemed += 1;
    work.emit('promotion_code.updated', code);
  }
}

async function assertRedeemable(
  work: Work,
  code: PromotionCode,
  { customer, amount, param }: { customer: Customer; amount: number; param: string },
): Promise<void> {
  const refused = (message: string) => invalid(message, { param: `${param}[promotion_code]` });
  if (!isActive(code, work.now)) throw refused('This promotion code cannot be redeemed because it is not active.');
  if (code.customer !== null && code.customer !== customer.id)
    throw refused('This promotion code cannot be redeemed because it belongs to another customer.');
  const { first_time_transaction: firstOnly, minimum_amount: minimum } = code.restrictions;
  if (minimum !== null && amount < minimum)
    throw refused('This promotion code cannot be redeemed because the minimum amount is not reached.');
  if (!firstOnly) return;
  const charges = await work.where('charge', { 'body.customer': customer.id });
  if (charges.some(({ paid }) => paid))
    throw refused('This promotion code cannot be redeemed because the associated customer has prior transactions.');
}

function newDiscount(
  work: Work,
  {
    coupon,
    code,
    customer,
    subscription,
  }: { coupon: Coupon; code: PromotionCode | undefined; customer: Customer; subscription: Subscription },
): Discount {
  const months = coupon.duration === 'repeating' ? coupon.duration_in_months : null;
  return {
    id: newStripeId('di'),
    object: 'discount',
    checkout_session: null,
    customer: customer.id,
    customer_account: null,
    end: months === null ? null : periodEndAfter(work.now, { interval: 'month', interval_count: months }, work.now),
    invoice: null,
    invoice_item: null,
    promotion_code: code?.id ?? null,
    source: { coupon: coupon.id, type: 'coupon' },
    start: work.now,
    subscription: subscription.id,
    subscription_item: null,
  };
}
