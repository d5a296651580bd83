import type { PackageSnapshot } from '@consult/contracts/events/catalog';

/** What a code takes off a price. Minor units. */
export type Off = { kind: 'percent'; percent: number } | { kind: 'amount'; amountMinor: number; currency: string };

/** A code that takes something off a price. It is ended, never changed and never deleted. */
export interface PromotionCode {
  _id: string;
  tenantId: string;
  /** Upper case: what a client types is compared without case. */
  code: string;
  off: Off;
  /** Empty: all. */
  packageIds: string[];
  /** Business time, exclusive. */
  expiresAt?: Date | undefined;
  maxRedemptions?: number | undefined;
  firstPurchaseOnly: boolean;
  createdBy: string;
  createdAt: Date;
  ended?: { at: Date; by: string } | undefined;
}

/** Why a code takes nothing off. */
export type PromotionRefusal =
  | 'promotion_unknown'
  | 'promotion_ended'
  | 'promotion_expired'
  | 'promotion_other_package'
  | 'promotion_other_currency'
  | 'promotion_used'
  | 'promotion_exhausted'
  | 'promotion_first_purchase_only';

/** A code as it is kept and compared. */
export function canonicalCode(typed: string): string {
  return typed.toUpperCase();
}

/** Why this code takes nothing off this package now; who has redeemed it is another question. */
export function promotionRefusal(code: PromotionCode, sold: PackageSnapshot, now: Date): PromotionRefusal | undefined {
  if (code.ended !== undefined) return 'promotion_ended';
  if (code.expiresAt !== undefined && code.expiresAt <= now) return 'promotion_expired';
  if (code.packageIds.length > 0 && !code.packageIds.includes(sold.packageId)) return 'promotion_other_package';
  if (code.off.kind === 'amount' && code.off.currency !== sold.pricing.currency.toUpperCase())
    return 'promotion_other_currency';
  return undefined;
}
