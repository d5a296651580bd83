import { isActive, isValid } from '../billing/redeem.ts';
import type { Coupon, Json, PromotionCode } from '../objects.ts';

/**
 * An answer with what only time has changed: money that has become available, coupons and codes that have run out.
 * The answer is changed in place. What an event says stays as it was said.
 */
export function asOf(node: unknown, now: number): void {
  if (Array.isArray(node)) for (const each of node) asOf(each, now);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const holder = node as Json;
  if (holder['object'] === 'event') return;
  if (holder['object'] === 'balance_transaction')
    holder['status'] = Number(holder['available_on']) <= now ? 'available' : 'pending';
  if (holder['object'] === 'coupon') holder['valid'] = holder['valid'] === true && isValid(node as Coupon, now);
  if (holder['object'] === 'promotion_code') holder['active'] = isActive(node as PromotionCode, now);
  for (const each of Object.values(holder)) asOf(each, now);
}
