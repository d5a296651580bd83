import { behaviourOf } from '../cards.ts';
import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Charge, Refund } from '../objects.ts';
import type { Work } from '../work.ts';
import { newBalanceTransaction } from './charge.ts';

export interface RefundTerms {
  charge: Charge;
  /** Minor units; undefined gives all back that is left. */
  amount: number | undefined;
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  metadata: Record<string, string>;
}

/** Gives money back on a charge; never more than is left of it. Stripe's fee stays with Stripe. */
export function refundCharge(work: Work, { charge, amount, reason, metadata }: RefundTerms): Refund {
  if (!charge.paid)
    throw invalid('This charge has not been paid, so that it cannot be refunded.', { code: 'charge_not_refundable' });
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  const given = amount ?? left;
  if (given > left) {
    throw invalid(
      `Refund amount (${spoken(given, charge)}) is greater than unrefunded amount on charge (${spoken(left, charge)})`,
      { param: 'amount' },
    );
  }
  const refund = work.add(newRefund(work, { charge, amount: given, reason, metadata }));
  const booked = newBalanceTransaction(work, {
    amount: -given,
    currency: charge.currency,
    fee: 0,
    source: refund.id,
    type: 'refund',
    description: 'REFUND FOR CHARGE',
  });
  refund.balance_transaction = booked.id;
  charge.amount_refunded += given;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  work.emit('charge.refunded', charge);
  work.emit('refund.created', refund);
  work.emit('charge.refund.updated', refund);
  return refund;
}

/** The bank sends a refund back: the money is ours again, and the charge is as it was. */
export async function failRefund(work: Work, refund: Refund): Promise<void> {
  if (refund.charge === null) return;
  const charge = await work.get('charge', refund.charge);
  const { amount, currency } = refund;
  const booked = newBalanceTransaction(work, {
    amount,
    currency,
    fee: 0,
    source: refund.id,
    type: 'refund_failure',
    description: 'REFUND FAILURE',
  });
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = booked.id;
  charge.amount_refunded -= amount;
  charge.refunded = false;
  work.emit('refund.failed', refund);
  work.emit('charge.refund.updated', refund);
}

function newRefund(work: Work, { charge, amount, reason, metadata }: RefundTerms & { amount: number }): Refund {
  const willFail = behaviourOf(charge.payment_method_details?.card?.last4 ?? undefined).kind === 'refund_fails';
  return {
    id: newStripeId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: work.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      // The pending reference is what makes this refund fail a day later (see `billing/due.ts`).
      card: willFail
        ? { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }
        : {
            reference: '7239990101',
            reference_status: 'available',
            reference_type: 'acquirer_reference_number',
            type: 'refund',
          },
      type: 'card',
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

const spoken = (amount: number, { currency }: Charge): string => `${amount} ${currency}`;
