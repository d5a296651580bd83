import { isPaid, moved, type State, type Transaction } from './transaction.ts';

type RefundStatus = 'pending' | 'succeeded' | 'failed';

/** Every move of a refund. What the bank has taken it may send back days later; what failed is over. */
export const REFUND_MOVES: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
};

/** Money that goes back to the client. */
export interface Refund {
  /** Ours, from the request; or Stripe's, where it began there. */
  refundId: string;
  /** What decided its amount; `stripe`: whoever made it in Stripe's own dashboard. */
  basis: 'unused_share' | 'less_used' | 'stripe';
  amountMinor: number;
  status: RefundStatus;
  reason: string;
  /** Who asked for it: a user's id, or stripe. */
  actor: string;
  /** Unused credits it was quoted to take; absent where it began at Stripe. */
  creditsQuoted?: number | undefined;
  /** Unused credits it took; absent until credits has answered. */
  creditsRevoked?: number | undefined;
  /** Absent until Stripe has it. */
  stripeRefundId?: string | undefined;
  /** Stripe's code, where it failed. */
  failure?: string | undefined;
  /** Business time. */
  createdAt: Date;
  settledAt?: Date | undefined;
}

/** What Stripe says about a refund now. */
export type RefundWord = { status: 'pending' | 'succeeded' } | { status: 'failed'; code: string };

/** Minor units that went back, or are to. */
export function committedMinor({ refunds }: Pick<Transaction, 'refunds'>): number {
  return sumOf(refunds.filter(({ status }) => status !== 'failed'));
}

/** Minor units that went back. */
export function refundedMinor({ refunds }: Pick<Transaction, 'refunds'>): number {
  return sumOf(refunds.filter(({ status }) => status === 'succeeded'));
}

export function refundOf({ refunds }: Pick<Transaction, 'refunds'>, refundId: string): Refund | undefined {
  return refunds.find((refund) => refund.refundId === refundId);
}

/**
 * Writes down a refund that is to be made. One that Stripe has made already is a fact; one of ours is refused when the payment
 * has not arrived or all refunds together would be more than was paid.
 */
export function recordRefund(
  transaction: Transaction,
  refund: Refund,
): Transaction | { refused: 'not_paid' | 'more_than_paid' } {
  if (!isPaid(transaction)) return { refused: 'not_paid' };
  const isFact = refund.basis === 'stripe';
  if (!isFact && committedMinor(transaction) + refund.amountMinor > transaction.amount.gross)
    return { refused: 'more_than_paid' };
  return { ...transaction, refunds: [...transaction.refunds, refund], version: transaction.version + 1 };
}

/** Notes what became known of a refund; the very same transaction when nothing is new. */
export function noteRefund(
  transaction: Transaction,
  refundId: string,
  known: Pick<Refund, 'creditsRevoked' | 'stripeRefundId'>,
): Transaction {
  const refund = refundOf(transaction, refundId);
  if (refund === undefined) return transaction;
  const noted = { ...known, ...withoutUnknown(refund) };
  if (noted.creditsRevoked === refund.creditsRevoked && noted.stripeRefundId === refund.stripeRefundId)
    return transaction;
  return { ...withRefund(transaction, noted), version: transaction.version + 1 };
}

/** Carries Stripe's word about a refund over: the state follows from all that went back. The same word again changes nothing. */
export function settleRefund(
  transaction: Transaction,
  refundId: string,
  word: RefundWord,
  now: Date,
): { after: Transaction; happened: 'refunded' | 'failed' | 'nothing' } {
  const refund = refundOf(transaction, refundId);
  if (refund === undefined || !REFUND_MOVES[refund.status].includes(word.status))
    return { after: transaction, happened: 'nothing' };
  const failure = word.status === 'failed' ? { failure: word.code } : {};
  const settled = { ...refund, ...failure, status: word.status, settledAt: now };
  const noted = withRefund(transaction, settled);
  const told =
    word.status === 'failed'
      ? { at: now, actor: 'stripe', reason: word.code }
      : { at: now, actor: refund.actor, reason: refund.reason };
  const state = stateOf(noted);
  const after =
    state === transaction.state ? { ...noted, version: transaction.version + 1 } : moved(noted, state, told);
  return { after, happened: word.status === 'failed' ? 'failed' : 'refunded' };
}

function stateOf(transaction: Transaction): State {
  const backMinor = refundedMinor(transaction);
  if (backMinor === 0) return 'succeeded';
  return backMinor >= transaction.amount.gross ? 'refunded' : 'partially_refunded';
}

function withRefund(transaction: Transaction, refund: Refund): Transaction {
  const refunds = transaction.refunds.map((one) => (one.refundId === refund.refundId ? refund : one));
  return { ...transaction, refunds };
}

function withoutUnknown(refund: Refund): Refund {
  const { creditsRevoked, stripeRefundId, ...rest } = refund;
  return {
    ...rest,
    ...(creditsRevoked === undefined ? {} : { creditsRevoked }),
    ...(stripeRefundId === undefined ? {} : { stripeRefundId }),
  };
}

function sumOf(refunds: Refund[]): number {
  return refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
