import type { PaymentIntent } from '@consult/contracts/grpc/gen/consult/billing/v1/PaymentIntent';
import type { Dispute as DisputeAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Dispute';
import type { Refund as RefundAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Refund';
import type { RefundQuote as RefundQuoteAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/RefundQuote';
import type { Subscription as SubscriptionAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Subscription';
import type { Transaction as TransactionAnswer } from '@consult/contracts/grpc/gen/consult/billing/v1/Transaction';
import type { Subscription } from '../domain/subscription.ts';
import { type Dispute, lastDispute } from '../domain/dispute.ts';
import type { Refund } from '../domain/refund.ts';
import { REFUND_RULE } from '../domain/refund-quote.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import type { OpenPayment } from '../operations/open-payment.ts';
import type { RefundQuote } from '../operations/quote-refund.ts';

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
  const { promotion, invoiceUrl, invoicePdf } = transaction;
  const { paymentIntentId, chargeId, invoiceId, subscriptionId } = transaction.stripe;
  const dispute = lastDispute(transaction);
  const { platformFee: _internal, ...sold } = transaction.package;
  return {
    transactionId,
    amount,
    currency,
    client: clientId,
    package: { ...sold, tenantId },
    stripe: {
      ...(paymentIntentId === undefined ? {} : { paymentIntentId }),
      ...(chargeId === undefined ? {} : { chargeId }),
      ...(invoiceId === undefined ? {} : { invoiceId }),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
    },
    status: { current: state },
    ...(promotion === undefined ? {} : { promotionCode: promotion.code, discountMinor: promotion.discountMinor }),
    ...(receiptUrl === undefined ? {} : { receiptUrl }),
    ...(invoiceUrl === undefined ? {} : { invoiceUrl }),
    ...(invoicePdf === undefined ? {} : { invoicePdf }),
    // What declined an attempt is history once another one has paid.
    ...(lastError === undefined || isPaid(transaction)
      ? {}
      : { lastError: { code: lastError.code, declineCode: lastError.declineCode ?? '', message: lastError.message } }),
    refunds: transaction.refunds.map(refundAnswer),
    ...(dispute === undefined ? {} : { dispute: disputeAnswer(dispute) }),
    history: transaction.history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    createdAt: transaction.createdAt.toISOString(),
    ...(paidAt === undefined ? {} : { paidAt: paidAt.toISOString() }),
  };
}

/** A subscription in the shape of the public JSON; without a period until the first payment. */
export function subscriptionAnswer(subscription: Subscription): SubscriptionAnswer {
  const { _id, clientId, packageId, state, cancelAtPeriodEnd, paused, periodStart, periodEnd } = subscription;
  const { next, plans, history } = subscription;
  const coming = plans.find(({ changeId }) => changeId === next?.changeId);
  return {
    subscriptionId: _id,
    clientId,
    packageId,
    cancelAtPeriodEnd,
    paused,
    packageName: subscription.package.details.name,
    status: state,
    ...(periodStart === undefined ? {} : { currentPeriodStart: periodStart.toISOString() }),
    ...(periodEnd === undefined ? {} : { currentPeriodEnd: periodEnd.toISOString() }),
    ...(coming === undefined ? {} : { nextPackageId: coming.package.packageId }),
    history: history.map(({ at, action, actor, reason }) => ({ at: at.toISOString(), action, actor, reason })),
  };
}

/** What a refund would give and take, on each basis. */
export function refundQuoteAnswer({ transaction, facts, options, validUntil }: RefundQuote): RefundQuoteAnswer {
  const { transactionId, currency } = transaction;
  const { paidMinor, refundedMinor, credits } = facts;
  return {
    transactionId,
    currency,
    paid: paidMinor,
    refunded: refundedMinor,
    creditsTotal: credits.total,
    creditsUnused: credits.unused,
    options: options.map(({ basis, amountMinor, creditsRevoked, quoteId }) => ({
      basis,
      amount: amountMinor,
      creditsRevoked,
      quoteId,
    })),
    validUntil,
    rule: REFUND_RULE,
  };
}

function refundAnswer(refund: Refund): RefundAnswer {
  const { refundId, amountMinor, status, reason, basis, creditsRevoked, actor, stripeRefundId, failure } = refund;
  return {
    refundId,
    status,
    reason,
    basis,
    actor,
    amount: amountMinor,
    creditsRevoked: creditsRevoked ?? 0,
    createdAt: refund.createdAt.toISOString(),
    ...(stripeRefundId === undefined ? {} : { stripeRefundId }),
    ...(failure === undefined ? {} : { failure }),
    ...(refund.settledAt === undefined ? {} : { settledAt: refund.settledAt.toISOString() }),
  };
}

function disputeAnswer({ disputeId, status, reason, amountMinor, openedAt, closedAt }: Dispute): DisputeAnswer {
  return {
    disputeId,
    status,
    reason,
    amount: amountMinor,
    openedAt: openedAt.toISOString(),
    ...(closedAt === undefined ? {} : { closedAt: closedAt.toISOString() }),
  };
}
