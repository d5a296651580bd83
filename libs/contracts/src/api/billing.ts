import Type from 'typebox';
import { AmountMinor, DateOrInstant, Id, Line } from '../primitives.ts';

const strict = { additionalProperties: false } as const;
const CurrencyAnyCase = Type.String({ pattern: '^[A-Za-z]{3}$' });
/** Redemptions are numbered one by one, so that their number has a bound. */
const REDEMPTIONS_MAX = 10_000;
const PACKAGES_MAX = 100;

/** What a client types; upper and lower case are the same. */
export const PromotionCodeName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{1,39}$' });

/** Body of POST /api/admin/promotion-codes. One of `percentOff` and `amountOff` (minor units of `currency`, the tenant's unless said). */
export const PromotionCodeInput = Type.Object(
  {
    code: PromotionCodeName,
    percentOff: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    amountOff: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    currency: Type.Optional(CurrencyAnyCase),
    /** Empty: all. */
    packageIds: Type.Optional(Type.Array(Id, { maxItems: PACKAGES_MAX })),
    /** Exclusive. */
    expiresAt: Type.Optional(DateOrInstant),
    maxRedemptions: Type.Optional(Type.Integer({ minimum: 1, maximum: REDEMPTIONS_MAX })),
    firstPurchaseOnly: Type.Optional(Type.Boolean()),
  },
  strict,
);

/** Body of POST /api/quotes/purchase. */
export const PurchaseQuoteInput = Type.Object(
  { packageId: Id, promotionCode: Type.Optional(PromotionCodeName) },
  strict,
);

/** Body of POST /api/billing/packages/:packageId/claim. */
export const ClaimInput = Type.Object(
  { promotionCode: Type.Optional(PromotionCodeName), quoteId: Type.Optional(Id) },
  strict,
);

/** Body of POST /api/billing/payments/intent. */
export const PaymentIntentInput = Type.Object(
  {
    packageId: Id,
    amount: AmountMinor,
    currency: CurrencyAnyCase,
    promotionCode: Type.Optional(PromotionCodeName),
    quoteId: Type.Optional(Id),
    holdId: Type.Optional(Id),
  },
  strict,
);

/** Body of POST /api/quotes/refund. */
export const RefundQuoteInput = Type.Object({ transactionId: Id }, strict);

/** Body of POST /api/billing/transactions/:transactionId/refund: the quote decides basis and amount. */
export const RefundInput = Type.Object({ quoteId: Id, reason: Line }, strict);

/** Body of POST /api/billing/subscriptions/:subscriptionId/cancel: at the period's end unless said otherwise. */
export const CancelSubscriptionInput = Type.Object(
  { atPeriodEnd: Type.Optional(Type.Boolean()), reason: Type.Optional(Line) },
  strict,
);

/** Body of POST /api/quotes/plan-change. */
export const PlanChangeQuoteInput = Type.Object({ subscriptionId: Id, packageId: Id }, strict);

/** Body of POST /api/billing/subscriptions/:subscriptionId/change: what it comes to must have been quoted. */
export const PlanChangeInput = Type.Object({ packageId: Id, quoteId: Id }, strict);
