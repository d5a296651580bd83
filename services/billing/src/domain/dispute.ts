import type { Transaction } from './transaction.ts';

type DisputeStatus = 'open' | 'won' | 'lost';

/** A payment that the client's bank asks back. Its id is Stripe's. */
export interface Dispute {
  disputeId: string;
  status: DisputeStatus;
  /** Stripe's word for why. */
  reason: string;
  amountMinor: number;
  openedAt: Date;
  closedAt?: Date | undefined;
}

/** What Stripe says about a dispute now. */
export type DisputeWord = Omit<Dispute, 'closedAt'>;

export type DisputeHappened = 'opened' | 'closed';

/** Every move of a dispute. */
export const DISPUTE_MOVES: Readonly<Record<DisputeStatus, readonly DisputeStatus[]>> = {
  open: ['won', 'lost'],
  won: [],
  lost: [],
};

/**
 * Carries Stripe's word about a dispute over. One that is heard of only when it is over has been opened and closed; the same
 * word again changes nothing. A dispute is no state of the payment.
 */
export function followDispute(
  transaction: Transaction,
  word: DisputeWord,
  now: Date,
): { after: Transaction; happened: DisputeHappened[] } {
  const known = transaction.disputes.find(({ disputeId }) => disputeId === word.disputeId);
  const isOver = word.status !== 'open';
  if (known !== undefined && !DISPUTE_MOVES[known.status].includes(word.status))
    return { after: transaction, happened: [] };
  const dispute: Dispute = { ...(known ?? word), status: word.status, ...(isOver ? { closedAt: now } : {}) };
  const others = transaction.disputes.filter(({ disputeId }) => disputeId !== word.disputeId);
  const after = { ...transaction, disputes: [...others, dispute], version: transaction.version + 1 };
  return { after, happened: [...opened(known), ...(isOver ? (['closed'] as const) : [])] };
}

/** The newest dispute, which tells how the payment stands. */
export function lastDispute({ disputes }: Pick<Transaction, 'disputes'>): Dispute | undefined {
  return [...disputes].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime()).at(-1);
}

function opened(known: Dispute | undefined): DisputeHappened[] {
  return known === undefined ? ['opened'] : [];
}
