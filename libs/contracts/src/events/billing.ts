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
  }),
);

const subscription = Type.Object({
  ...period,
  clientId: Id,
  packageId: Id,
  packageName: Type.String(),
  version: Count,
});

export const SubscriptionStarted = defineEvent('billing.SubscriptionStarted.v1', subscription);
export const SubscriptionRenewed = defineEvent('billing.SubscriptionRenewed.v1', subscription);
export const SubscriptionPastDue = defineEvent('billing.SubscriptionPastDue.v1', subscription);
export const SubscriptionCancelled = defineEvent('billing.SubscriptionCancelled.v1', subscription);

/** Stripe's product and price of a package version. */
export const StripePriceLinked = defineEvent(
  'billing.StripePriceLinked.v1',
  Type.Object({ packageId: Id, packageVersion: Count, productId: Id, priceId: Id }),
);
