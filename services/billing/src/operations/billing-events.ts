import type { Envelope } from '@consult/contracts/envelope';
import {
  PaymentFailed,
  PaymentSucceeded,
  StripePriceLinked,
  SubscriptionCancelled,
  SubscriptionPastDue,
  SubscriptionRenewed,
  SubscriptionStarted,
} from '@consult/contracts/events/billing';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { newEvent } from '@consult/messaging/event';
import { derivedId } from '@consult/runtime/ids';
import type { SubscriptionHappened, SubscriptionStep } from '../domain/follow-subscription.ts';
import type { RenewalFault, Transaction } from '../domain/transaction.ts';
import type { PackageLink } from '../store/package-links.ts';

/** The only event that grants credits; one per transaction, for ever under one id. */
export function paymentSucceededEvent(transaction: Transaction, now: Date): Envelope {
  const { amount, clientId, currency, holdId, paidAt, period, receiptUrl, transactionId } = transaction;
  return newEvent(PaymentSucceeded, {
    ...head(transaction, now),
    id: derivedId('payment-succeeded', transaction._id),
    data: {
      transactionId,
      clientId,
      package: transaction.package,
      amount,
      currency,
      paidAt: (paidAt ?? now).toISOString(),
      ...(receiptUrl === undefined ? {} : { receiptUrl }),
      ...(holdId === undefined ? {} : { holdId }),
      ...(period === undefined
        ? {}
        : {
            subscription: {
              subscriptionId: period.subscriptionId,
              periodStart: period.periodStart.toISOString(),
              periodEnd: period.periodEnd.toISOString(),
              reason: period.reason,
            },
          }),
    },
  });
}

export function paymentFailedEvent(transaction: Transaction, now: Date): Envelope {
  const { clientId, currency, lastError, packageId, stripe, transactionId } = transaction;
  const attempt = lastError?.attempt ?? '';
  return newEvent(PaymentFailed, {
    ...head(transaction, now),
    id: derivedId('payment-failed', transaction._id, attempt),
    data: {
      transactionId,
      clientId,
      packageId,
      currency,
      packageName: transaction.package.details.name,
      amountMinor: transaction.amount.gross,
      code: lastError?.code ?? 'unknown',
      ...(lastError?.declineCode === undefined ? {} : { declineCode: lastError.declineCode }),
      ...(stripe.subscriptionId === undefined ? {} : { subscriptionId: stripe.subscriptionId }),
      ...(lastError?.renewal === undefined ? {} : { renewal: renewalOf(lastError.renewal) }),
    },
  });
}

function renewalOf({ nextAttemptAt, givenUp }: RenewalFault) {
  return { givenUp, ...(nextAttemptAt === undefined ? {} : { nextAttemptAt: nextAttemptAt.toISOString() }) };
}

const SUBSCRIPTION_EVENTS = {
  started: SubscriptionStarted,
  renewed: SubscriptionRenewed,
  past_due: SubscriptionPastDue,
  cancelled: SubscriptionCancelled,
} as const satisfies Record<SubscriptionHappened, unknown>;

/** Its version orders it among the subscription's events. */
export function subscriptionEvent({ happened, subscription, reason }: SubscriptionStep, now: Date): Envelope {
  const { _id, tenantId, clientId, packageId, periodStart, periodEnd, version } = subscription;
  return newEvent(SUBSCRIPTION_EVENTS[happened], {
    tenantId,
    subject: _id,
    version,
    time: now,
    id: derivedId('subscription', _id, String(version), happened),
    data: {
      subscriptionId: _id,
      clientId,
      packageId,
      version,
      packageName: subscription.package.details.name,
      periodStart: (periodStart ?? subscription.createdAt).toISOString(),
      periodEnd: (periodEnd ?? subscription.createdAt).toISOString(),
      ...(reason === undefined ? {} : { reason }),
    },
  });
}

export function priceLinkedEvent(linked: {
  link: PackageLink;
  sold: PackageSnapshot;
  productId: string;
  priceId: string;
  now: Date;
}): Envelope {
  const { link, sold, productId, priceId, now } = linked;
  const { tenantId, packageId } = link;
  return newEvent(StripePriceLinked, {
    tenantId,
    subject: packageId,
    version: sold.version,
    time: now,
    id: derivedId('price-linked', tenantId, packageId, String(sold.version), priceId),
    data: { packageId, packageVersion: sold.version, productId, priceId },
  });
}

function head({ tenantId, transactionId, version }: Transaction, now: Date) {
  return { tenantId, subject: transactionId, version, time: now };
}
