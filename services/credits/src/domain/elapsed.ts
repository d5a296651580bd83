import type { LotTerms } from './lot.ts';

/** A stretch of time, half-open. */
export interface Span {
  from: Date;
  to: Date;
}

/** What has gone back of a lot's price in all, from an instant on; minor units. In the order in which it happened. */
export interface RefundedTo {
  at: Date;
  refundedMinor: number;
}

type Paid = Pick<LotTerms, 'paidMinor' | 'effectiveAt' | 'expiryDate'>;

/** What an unlimited lot has earned up to an instant: its price by the share of its time that has gone by; ⌊⌋, minor units. */
function elapsedBy({ paidMinor, effectiveAt, expiryDate }: Paid, at: Date): number {
  const whole = expiryDate.getTime() - effectiveAt.getTime();
  const gone = Math.min(Math.max(at.getTime() - effectiveAt.getTime(), 0), whole);
  return whole <= 0 ? paidMinor : Number((BigInt(paidMinor) * BigInt(gone)) / BigInt(whole));
}

/**
 * The same, but never more than was kept: a refund of the time that is left ends it there, one of more takes back what was
 * earned, and one that fails lets it go on.
 */
export function earnedBy(lot: Paid, at: Date, refunds: readonly RefundedTo[] = []): number {
  return Math.min(elapsedBy(lot, at), keptAt(lot, at, refunds));
}

/** What is owed at an instant: neither earned nor gone back. */
export function unearnedAt(lot: Paid, at: Date, refunds: readonly RefundedTo[] = []): number {
  return keptAt(lot, at, refunds) - earnedBy(lot, at, refunds);
}

/** What it earns within a span. Spans that follow each other sum to the whole, to the minor unit. */
export function elapsedWithin(lot: Paid, { from, to }: Span, refunds: readonly RefundedTo[] = []): number {
  return earnedBy(lot, to, refunds) - earnedBy(lot, from, refunds);
}

function keptAt({ paidMinor }: Paid, at: Date, refunds: readonly RefundedTo[]): number {
  const last = refunds.findLast((refund) => refund.at < at);
  return Math.max(paidMinor - (last?.refundedMinor ?? 0), 0);
}
