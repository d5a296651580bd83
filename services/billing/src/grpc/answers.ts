import type { PaymentIntent } from '@consult/contracts/grpc/gen/consult/billing/v1/PaymentIntent';
import type { Subscription as SubscriptionAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Subscription';
import type { Transaction as TransactionAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Transaction';
import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { OpenPayment } from '../operations/open-payment.ts';

/** What a browser pays with. */
export function intentAnswer({ transaction, clientSecret }: OpenPayment, publishableKey: string): PaymentIntent {
  const { transactionId, state, stripe } = transaction;
  const { subscriptionId } = stripe;
  return {
    clientSecret,
    transactionId,
    publishableKey,
    status: state,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
  };
}

/** A transaction in the shape of the public JSON. */
export function transactionAnswer(transaction: Transaction): TransactionAnswer {
  const { transactionId, clientId, tenantId, amount, currency, receiptUrl, state, lastError, paidAt } = transaction;
  const { paymentIntentId, chargeId, invoiceId, subscriptionId } = transaction.stripe;
  return {
    transactionId,
    amount,
    currency,
    client: clientId,
    package: { ...transaction.package, tenantId },
    stripe: {
      ...(paymentIntentId === undefined ? {} : { paymentIntentId }),
      ...(chargeId === undefined ? {} : { chargeId }),
      ...(invoiceId === undefined ? {} : { invoiceId }),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
    },
    status: { current: state },
    ...(receiptUrl === undefined ? {} : { receiptUrl }),
    // What declined an attempt is history once another one has paid.
    ...(lastError === undefined || state === 'succeeded'
      ? {}
      : { lastError: { code: lastError.code, declineCode: lastError.declineCode ?? '', message: lastError.message } }),
    history: transaction.history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    createdAt: transaction.createdAt.toISOString(),
    ...(paidAt === undefined ? {} : { paidAt: paidAt.toISOString() }),
  };
}

/** A subscription in the shape of the public JSON; without a period until the first payment. */
export function subscriptionAnswer(subscription: Subscription): SubscriptionAnswer {
  const { _id, clientId, packageId, state, cancelAtPeriodEnd, periodStart, periodEnd } = subscription;
  return {
    subscriptionId: _id,
    clientId,
    packageId,
    cancelAtPeriodEnd,
    packageName: subscription.package.details.name,
    status: state,
    ...(periodStart === undefined ? {} : { currentPeriodStart: periodStart.toISOString() }),
    ...(periodEnd === undefined ? {} : { currentPeriodEnd: periodEnd.toISOString() }),
  };
}
