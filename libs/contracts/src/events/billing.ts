import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { AmountMinor, Count, Currency, Id, Instant } from '../primitives.ts';
import { PackageSnapshot } from './catalog.ts';

/** The period a recurring payment paid for, half-open. */
const period = { subscriptionId: Id, periodStart: Instant, periodEnd: Instant };

/** The money has arrived; the only event that grants credits. Carries the package as bought, so that nobody must call back. */
export const PaymentSucceeded = defineEvent(
  'billing.PaymentSucceeded.v1',
  Type.Object({
    transactionId: Id,
    clientId: Id,
    package: PackageSnapshot,
    amount: Type.Object({
      gross: AmountMinor,
      platformFee: AmountMinor,
      processingFee: AmountMinor,
      net: Type.Integer(),
    }),
    currency: Currency,
    /** Stripe's charge time: the purchase instant, from which expiry counts. */
    paidAt: Instant,
    receiptUrl: Type.Optional(Type.String()),
    subscription: Type.Optional(Type.Object({ ...period, reason: Type.Enum(['create', 'cycle', 'update']) })),
    holdId: Type.Optional(Id),
  }),
);

export const PaymentFailed = defineEvent(
  'billing.PaymentFailed.v1',
  Type.Object({
    transactionId: Id,
    clientId: Id,
    packageId: Id,
    packageName: Type.String(),
    amountMinor: AmountMinor,
    currency: Currency,
    code: Type.String(),
    declineCode: Type.Optional(Type.String()),
    subscriptionId: Type.Optional(Id),
    /** Where Stripe tried to renew by itself; without a next attempt it tries no more, and `givenUp` says that it has ended the subscription. */
    renewal: Type.Optional(Type.Object({ nextAttemptAt: Type.Optional(Instant), givenUp: Type.Boolean() })),
  }),
);

const subscription = Type.Object({
  ...period,
  clientId: Id,
  packageId: Id,
  packageName: Type.String(),
  version: Count,
  /** Renewed: cycle, or update for a changed plan. Cancelled: Stripe's word, such as payment_failed. */
  reason: Type.Optional(Type.String()),
});

export const SubscriptionStarted = defineEvent('billing.SubscriptionStarted.v1', subscription);
export const SubscriptionRenewed = defineEvent('billing.SubscriptionRenewed.v1', subscription);
export const SubscriptionPastDue = defineEvent('billing.SubscriptionPastDue.v1', subscription);
export const SubscriptionCancelled = defineEvent('billing.SubscriptionCancelled.v1', subscription);

const refund = {
  transactionId: Id,
  clientId: Id,
  /** Ours where the refund began here, else Stripe's: the credits' movement has its id from it. */
  refundId: Id,
  amountMinor: AmountMinor,
  currency: Currency,
};

/** Money went back. `revokes`: what it takes of the unused credits: in proportion to all refunds so far, or all of them. */
export const PaymentRefunded = defineEvent(
  'billing.PaymentRefunded.v1',
  Type.Object({
    ...refund,
    packageId: Id,
    packageName: Type.String(),
    /** All refunds of this payment so far, this one included. */
    refundedMinor: AmountMinor,
    revokes: Type.Enum(['in_proportion', 'all_unused']),
    origin: Type.Enum(['consult', 'stripe']),
    reason: Type.String(),
  }),
);
/** A refund that was told, or whose credits were revoked, did not go through: they are given back. */
export const RefundFailed = defineEvent(
  'billing.RefundFailed.v1',
  Type.Object({
    ...refund,
    code: Type.String(),
    reason: Type.String(),
    packageName: Type.Optional(Type.String()),
    /** It had been told as refunded: the bank sent the money back days later. */
    wasRefunded: Type.Optional(Type.Boolean()),
    /** Who of the tenant's people had asked for it; absent where it began at Stripe, or Stripe never took it. */
    requestedBy: Type.Optional(Id),
  }),
);

const dispute = { transactionId: Id, clientId: Id, disputeId: Id, amountMinor: AmountMinor, currency: Currency };

/** The client's bank took the money back for now: the lot is frozen until the dispute is closed. */
export const PaymentDisputed = defineEvent(
  'billing.PaymentDisputed.v1',
  Type.Object({ ...dispute, reason: Type.String() }),
);
export const DisputeClosed = defineEvent(
  'billing.DisputeClosed.v1',
  Type.Object({ ...dispute, outcome: Type.Enum(['won', 'lost']) }),
);

/** Stripe's product and price of a package version. */
export const StripePriceLinked = defineEvent(
  'billing.StripePriceLinked.v1',
  Type.Object({ packageId: Id, packageVersion: Count, productId: Id, priceId: Id }),
);
