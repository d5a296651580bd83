import type { LotTerms } from './lot.ts';

/** A stretch of time, half-open. */
export interface Span {
  from: Date;
  to: Date;
}

type Paid = Pick<LotTerms, 'paidMinor' | 'effectiveAt' | 'expiryDate'>;

/** What an unlimited lot has earned up to an instant: its price by the share of its time that has gone by; ⌊⌋, minor units. */
export function elapsedBy({ paidMinor, effectiveAt, expiryDate }: Paid, at: Date): number {
  const whole = expiryDate.getTime() - effectiveAt.getTime();
  const gone = Math.min(Math.max(at.getTime() - effectiveAt.getTime(), 0), whole);
  return whole <= 0 ? paidMinor : Number((BigInt(paidMinor) * BigInt(gone)) / BigInt(whole));
}

/** What it earns within a span. Spans that follow each other sum to the whole, to the minor unit. */
export function elapsedWithin(lot: Paid, { from, to }: Span): number {
  return elapsedBy(lot, to) - elapsedBy(lot, from);
}
