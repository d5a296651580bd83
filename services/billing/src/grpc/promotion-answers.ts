import type { PromotionCode as PromotionCodeAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/PromotionCode';
import type { PurchaseQuote as PurchaseQuoteAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/PurchaseQuote';
import type { CountedCode } from '../operations/promotion-codes.ts';
import type { PurchaseQuote } from '../operations/quote-purchase.ts';

/** A code in the shape of the public JSON; `active` by business time, whether or not it is used up. */
export function promotionCodeAnswer({ code, timesRedeemed }: CountedCode, now: Date): PromotionCodeAnswer {
  const { off, packageIds, expiresAt, maxRedemptions, firstPurchaseOnly, createdAt, ended } = code;
  return {
    code: code.code,
    ...(off.kind === 'percent' ? { percentOff: off.percent } : { amountOff: off.amountMinor, currency: off.currency }),
    packageIds,
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    ...(maxRedemptions === undefined ? {} : { maxRedemptions }),
    timesRedeemed,
    firstPurchaseOnly,
    active: ended === undefined && (expiresAt === undefined || now < expiresAt),
    createdAt: createdAt.toISOString(),
  };
}

/** A quote in the shape of the public JSON. */
export function purchaseQuoteAnswer({ sold, code, price, quoteId, validUntil }: PurchaseQuote): PurchaseQuoteAnswer {
  return {
    packageId: sold.packageId,
    packageVersion: sold.version,
    ...price,
    quoteId,
    validUntil,
    ...(code === undefined ? {} : { promotionCode: code.code }),
  };
}
