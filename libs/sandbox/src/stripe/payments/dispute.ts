import { invalid } from '../errors.ts';
import type { BalanceTransaction, Charge, Dispute } from '../objects.ts';
import type { Work } from '../work.ts';
import { newBalanceTransaction, type Booking } from './balance.ts';
import { newDispute } from './dispute-shape.ts';

/** What Stripe keeps when a dispute comes, in minor units, and gives back when it is won. */
const DISPUTE_FEE_MINOR = 1_500;

export interface DisputeTerms {
  charge: Charge;
  /** Minor units; undefined disputes all that is not refunded yet. */
  amount: number | undefined;
  reason: string;
  /** A bank's question, which takes no money yet. */
  inquiry: boolean;
}

/** A buyer's bank takes a payment back, or only asks about it. One dispute for each charge. */
export function openDispute(work: Work, { charge, amount, reason, inquiry }: DisputeTerms): Dispute {
  if (charge.disputed) throw invalid(`Charge ${charge.id} is disputed already.`, { code: 'charge_disputed' });
  const left = charge.amount_captured - charge.amount_refunded;
  const disputed = amount ?? left;
  if (disputed < 1 || disputed > left) throw invalid('A dispute is over what was paid and not refunded.');
  const dispute = work.add(newDispute(work, { charge, amount: disputed, reason, inquiry }));
  charge.disputed = true;
  work.emit('charge.updated', charge);
  work.emit('charge.dispute.created', dispute);
  if (!inquiry) withdraw(work, dispute);
  return dispute;
}

/** The evidence decides in test mode: Stripe's words for winning, losing and escalating. Anything else is under review. */
export function submitEvidence(work: Work, dispute: Dispute): void {
  dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review';
  dispute.evidence_details.submission_count += 1;
  dispute.evidence_details.submission_method = 'manual';
  work.emit('charge.dispute.updated', dispute);
  const verdict = dispute.evidence.uncategorized_text;
  if (verdict === 'winning_evidence') win(work, dispute);
  else if (verdict === 'losing_evidence') lose(work, dispute);
  else if (verdict === 'escalate_inquiry_evidence' && isInquiry(dispute)) escalate(work, dispute);
}

/** Lost: by the seller's choice, by evidence that did not convince, or because nobody answered in time. */
export function lose(work: Work, dispute: Dispute): void {
  end(work, dispute, isInquiry(dispute) ? 'warning_closed' : 'lost');
}

/** A dispute that waits for the seller, or is being looked at, can still be decided. */
export const isOpen = ({ status }: Dispute): boolean => status.endsWith('needs_response') || status.endsWith('review');

/** A dispute that took the money and has not given it back stands in the way of a refund. */
export const blocksRefund = ({ status }: Dispute): boolean =>
  ['needs_response', 'under_review', 'lost'].includes(status);

function win(work: Work, dispute: Dispute): void {
  if (isInquiry(dispute)) return end(work, dispute, 'warning_closed');
  book(work, dispute, { amount: dispute.amount, fee: -DISPUTE_FEE_MINOR, reportingCategory: 'dispute_reversal' });
  dispute.status = 'won';
  dispute.is_charge_refundable = true;
  work.emit('charge.dispute.funds_reinstated', dispute);
  end(work, dispute, 'won');
}

function escalate(work: Work, dispute: Dispute): void {
  dispute.status = 'needs_response';
  const card = dispute.payment_method_details?.card;
  if (card !== undefined) card.case_type = 'chargeback';
  work.emit('charge.dispute.updated', dispute);
  withdraw(work, dispute);
}

function withdraw(work: Work, dispute: Dispute): void {
  dispute.is_charge_refundable = false;
  book(work, dispute, { amount: -dispute.amount, fee: DISPUTE_FEE_MINOR, reportingCategory: 'dispute' });
  work.emit('charge.dispute.funds_withdrawn', dispute);
}

function end(work: Work, dispute: Dispute, status: 'won' | 'lost' | 'warning_closed'): void {
  dispute.status = status;
  work.emit('charge.dispute.closed', dispute);
}

function book(work: Work, dispute: Dispute, booking: Pick<Booking, 'amount' | 'fee' | 'reportingCategory'>): void {
  const booked: BalanceTransaction = newBalanceTransaction(work, {
    ...booking,
    currency: dispute.currency,
    feeDescription: 'Dispute fee',
    source: dispute.id,
    type: 'adjustment',
    description: `Chargeback ${booking.amount < 0 ? 'withdrawal' : 'reversal'} for ${dispute.charge}`,
  });
  dispute.balance_transactions.push(booked);
}

const isInquiry = ({ status }: Dispute): boolean => status.startsWith('warning_');
