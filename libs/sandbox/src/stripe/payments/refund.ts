import { behaviourOf } from '../cards.ts';
import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Charge, Refund } from '../objects.ts';
import { spokenAmount } from '../spoken.ts';
import type { Work } from '../work.ts';
import { newBalanceTransaction } from './balance.ts';
import { blocksRefund } from './dispute.ts';

export interface RefundTerms {
  charge: Charge;
  /** Minor units; undefined gives all back that is left. */
  amount: number | undefined;
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  metadata: Record<string, string>;
}

/** Gives money back on a charge; never more than is left of it. Stripe's fee stays with Stripe. */
export async function refundCharge(work: Work, { charge, amount, reason, metadata }: RefundTerms): Promise<Refund> {
  if (charge.disputed) await assertUndisputed(work, charge);
  const given = refundable(charge, amount);
  const refund = work.add(newRefund(work, { charge, amount: given, reason, metadata }));
  const booked = newBalanceTransaction(work, {
    amount: -given,
    currency: charge.currency,
    source: refund.id,
    type: 'refund',
    description: `REFUND FOR CHARGE${charge.description === null ? '' : ` (${charge.description})`}`,
  });
  refund.balance_transaction = booked.id;
  charge.amount_refunded += given;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  work.emit('charge.refunded', charge);
  work.emit('refund.created', refund);
  return refund;
}

/** What happens to a refund a day after it was made: the bank takes a pending one, or sends another one back. */
export async function settleRefund(work: Work, refund: Refund): Promise<void> {
  if (refund.status === 'succeeded') return failRefund(work, refund);
  refund.status = 'succeeded';
  delete refund.pending_reason;
  refund.destination_details = { card: { ...REFERENCE }, type: 'card' };
  tellUpdated(work, refund);
}

/** A refund is told under its old name too, which older listeners know. */
export function tellUpdated(work: Work, refund: Refund): void {
  work.emit('refund.updated', refund);
  work.emit('charge.refund.updated', refund);
}

/** The bank sends a refund back: the money is ours again, and the charge is as it was. */
async function failRefund(work: Work, refund: Refund): Promise<void> {
  const charge = await work.get('charge', refund.charge ?? '');
  const { amount, currency } = refund;
  const booked = newBalanceTransaction(work, {
    amount,
    currency,
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
  tellUpdated(work, refund);
  work.emit('charge.updated', charge);
}

async function assertUndisputed(work: Work, charge: Charge): Promise<void> {
  const disputes = await work.where('dispute', { 'body.charge': charge.id });
  if (!disputes.some(blocksRefund)) return;
  throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
}

/** How much of a charge is given back, or why nothing of it can be. */
function refundable(charge: Charge, amount: number | undefined): number {
  const { id, currency } = charge;
  if (!charge.paid)
    throw invalid('This charge has not been paid, so that it cannot be refunded.', { code: 'charge_not_refundable' });
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) throw invalid(`Charge ${id} has already been refunded.`, { code: 'charge_already_refunded' });
  const given = amount ?? left;
  if (given <= left) return given;
  throw invalid(
    `Refund amount (${spokenAmount(given, currency)}) is greater than unrefunded amount on charge (${spokenAmount(left, currency)})`,
    { param: 'amount' },
  );
}

const REFERENCE = {
  reference: '7239990101',
  reference_status: 'available',
  reference_type: 'acquirer_reference_number',
  type: 'refund',
} as const;

function newRefund(work: Work, { charge, amount, reason, metadata }: RefundTerms & { amount: number }): Refund {
  const { kind } = behaviourOf(charge.payment_method_details?.card?.last4 ?? undefined);
  const isSettled = kind !== 'refund_fails' && kind !== 'refund_waits';
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
      // A pending reference is what makes a refund change a day later (see `billing/due.ts`).
      card: isSettled
        ? { ...REFERENCE }
        : { reference_status: 'pending', reference_type: REFERENCE.reference_type, type: REFERENCE.type },
      type: 'card',
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(kind === 'refund_waits' ? { pending_reason: 'processing' as const } : {}),
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: kind === 'refund_waits' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  };
}
