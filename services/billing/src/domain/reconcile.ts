import { refundedMinor } from './refund.ts';
import { isPaid, type Transaction } from './transaction.ts';

/** What can be found, the most serious first. */
export const FINDING_KINDS = [
  'unpaid_at_stripe',
  'unknown_at_stripe',
  'grant_without_payment',
  'amount_differs',
  'lot_amount_differs',
  'unheard_payment',
  'paid_without_grant',
  'refund_unheard',
  'dispute_unheard',
  'refund_without_revoke',
  'session_without_movement',
  'movement_without_session',
  'use_unheard',
  'return_unheard',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What mends a finding; a person decides where nothing safe can. `settle`: credits asks scheduling, whose word is final. */
export type Repair = 'ask_stripe' | 'tell_again' | 'settle' | 'by_hand';

export interface Mismatch {
  kind: FindingKind;
  detail: string;
  repair: Repair;
}

/** A mismatch, and of what. */
export interface Finding extends Mismatch {
  /** The transaction, the lot nobody paid for, the consultation, or the booking that is none. */
  subject: string;
  applied: boolean;
}

/** A payment as Stripe has it now; minor units. */
export interface AtStripe {
  status: 'succeeded' | 'other';
  receivedMinor: number;
  refundedMinor: number;
  /** Whether the bank has ever asked it back. */
  disputed: boolean;
}

/** The lot a payment bought, as credits has it. */
export interface AtCredits {
  paidMinor: number;
  refundIds: readonly string[];
}

/**
 * Holds a transaction against Stripe and against the ledger. `undefined` in place of one of them: it knows nothing of it;
 * a transaction without a payment at Stripe (claimed, or not placed yet) is not looked for there.
 */
export function compare(
  transaction: Transaction,
  there: { stripe: AtStripe | undefined; credits: AtCredits | undefined },
): Mismatch[] {
  return [...compareStripe(transaction, there.stripe), ...compareCredits(transaction, there.credits)];
}

function compareStripe(transaction: Transaction, stripe: AtStripe | undefined): Mismatch[] {
  if (transaction.stripe.paymentIntentId === undefined) return [];
  if (stripe === undefined) return [byHand('unknown_at_stripe', 'Stripe knows no such payment in this account')];
  const paid = isPaid(transaction);
  if (stripe.status === 'succeeded' && !paid)
    return [{ kind: 'unheard_payment', detail: `paid at Stripe, ${transaction.state} here`, repair: 'ask_stripe' }];
  if (stripe.status !== 'succeeded' && paid)
    return [byHand('unpaid_at_stripe', `${transaction.state} here, not paid at Stripe`)];
  if (!paid) return [];
  const found: Mismatch[] = [];
  const { gross } = transaction.amount;
  if (stripe.receivedMinor !== gross)
    found.push(byHand('amount_differs', `${stripe.receivedMinor} at Stripe, ${gross} here`));
  const back = refundedMinor(transaction);
  if (stripe.refundedMinor !== back) {
    const detail = `${stripe.refundedMinor} gone back at Stripe, ${back} here`;
    found.push({ kind: 'refund_unheard', detail, repair: 'ask_stripe' });
  }
  if (stripe.disputed && transaction.disputes.length === 0)
    found.push({ kind: 'dispute_unheard', detail: 'disputed at Stripe, not here', repair: 'ask_stripe' });
  return found;
}

function compareCredits(transaction: Transaction, lot: AtCredits | undefined): Mismatch[] {
  if (!isPaid(transaction))
    return lot === undefined ? [] : [byHand('grant_without_payment', `credits granted, ${transaction.state} here`)];
  if (lot === undefined)
    return [{ kind: 'paid_without_grant', detail: 'paid, and no credits granted', repair: 'tell_again' }];
  const { gross } = transaction.amount;
  if (lot.paidMinor !== gross) return [byHand('lot_amount_differs', `${lot.paidMinor} in the ledger, ${gross} here`)];
  const told = new Set(lot.refundIds);
  return transaction.refunds
    .filter(({ status, refundId }) => status === 'succeeded' && !told.has(refundId))
    .map(({ refundId }) => ({
      kind: 'refund_without_revoke',
      detail: `refund ${refundId} is not in the ledger`,
      repair: 'tell_again',
    }));
}

function byHand(kind: FindingKind, detail: string): Mismatch {
  return { kind, detail, repair: 'by_hand' };
}
