import type { Envelope } from '@consult/contracts/envelope';
import { DisputeClosed, PaymentDisputed, PaymentRefunded, RefundFailed } from '@consult/contracts/events/billing';
import { newEvent } from '@consult/messaging/event';
import { derivedId } from '@consult/runtime/ids';
import type { Dispute, DisputeHappened } from '../domain/dispute.ts';
import { type Refund, refundedMinor } from '../domain/refund.ts';
import type { Transaction } from '../domain/transaction.ts';

/** Money went back; one per refund, for ever under one id. */
export function paymentRefundedEvent(transaction: Transaction, refund: Refund, now: Date): Envelope {
  const { packageId, _id } = transaction;
  const isStripes = refund.basis === 'stripe';
  return newEvent(PaymentRefunded, {
    ...head(transaction, now),
    id: derivedId('payment-refunded', _id, refund.refundId),
    data: {
      ...refundFacts(transaction, refund),
      packageId,
      packageName: transaction.package.details.name,
      refundedMinor: refundedMinor(transaction),
      // A quoted refund takes all that is unused; of one that began at Stripe nobody has said so.
      revokes: isStripes ? 'in_proportion' : 'all_unused',
      origin: isStripes ? 'stripe' : 'consult',
      reason: refund.reason,
    },
  });
}

/** What a refund took comes back; `wasRefunded`: it had been told as gone back. */
export function refundFailedEvent(
  transaction: Transaction,
  refund: Refund,
  { wasRefunded, now }: { wasRefunded: boolean; now: Date },
): Envelope {
  // What Stripe never took was refused to whoever asked for it, who knows.
  const isAnswered = refund.basis === 'stripe' || refund.stripeRefundId === undefined;
  return newEvent(RefundFailed, {
    ...head(transaction, now),
    id: derivedId('refund-failed', transaction._id, refund.refundId),
    data: {
      ...refundFacts(transaction, refund),
      code: refund.failure ?? 'unknown',
      reason: refund.reason,
      packageName: transaction.package.details.name,
      wasRefunded,
      ...(isAnswered ? {} : { requestedBy: refund.actor }),
    },
  });
}

/** A dispute is told once when it is opened, and once when it is closed. */
export function disputeEvent(
  transaction: Transaction,
  { dispute, happened }: { dispute: Dispute; happened: DisputeHappened },
  now: Date,
): Envelope {
  const { disputeId, amountMinor, reason, status } = dispute;
  const { transactionId, clientId, currency, _id } = transaction;
  const about = { transactionId, clientId, currency, disputeId, amountMinor };
  const common = { ...head(transaction, now), id: derivedId('dispute', _id, disputeId, happened) };
  return happened === 'opened'
    ? newEvent(PaymentDisputed, { ...common, data: { ...about, reason } })
    : newEvent(DisputeClosed, { ...common, data: { ...about, outcome: status === 'won' ? 'won' : 'lost' } });
}

function refundFacts({ transactionId, clientId, currency }: Transaction, { refundId, amountMinor }: Refund) {
  return { transactionId, clientId, refundId, amountMinor, currency };
}

function head({ tenantId, transactionId, version }: Transaction, now: Date) {
  return { tenantId, subject: transactionId, version, time: now };
}
