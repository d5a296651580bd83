import type { Refund } from './refund.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a refund is reckoned by. Money in minor units. */
export interface RefundFacts {
  paidMinor: number;
  /** All that went back, or is to. */
  refundedMinor: number;
  credits: {
    total: number;
    unused: number;
    /** Neither unused nor paid back: used, set aside for a session, or expired. */
    gone: number;
  };
  /** Of an unlimited package, whose share is its time: half-open. */
  period?: { start: Date; end: Date } | undefined;
  singleSessionPriceMinor?: number | undefined;
  /** Stripe gives back in multiples of this only. */
  stepMinor: number;
}

export interface RefundOption {
  basis: Exclude<Refund['basis'], 'stripe'>;
  amountMinor: number;
  creditsRevoked: number;
}

export const REFUND_RULE =
  'unused_share: what was paid × unused credits ÷ all credits (unlimited: × whole days left ÷ days of the period), ' +
  'to the nearest minor unit (with three decimals: ten of them), half a unit stays with the seller. ' +
  'less_used: what was paid less the single-session price, as it was at the purchase, for each credit that is neither unused nor ' +
  'refunded, and less earlier refunds. Never more than was paid and has not gone back. Either way all unused credits go; those ' +
  'used or set aside for a session stay.';

/** What can go back now, on each basis that gives something. A pure function of its facts and the time. */
export function refundOptions(facts: RefundFacts, now: Date): RefundOption[] {
  const { paidMinor, refundedMinor, credits, singleSessionPriceMinor, period, stepMinor } = facts;
  const left = Math.max(0, paidMinor - refundedMinor);
  const [part, whole] = period === undefined ? [credits.unused, credits.total] : daysLeft(period, now);
  const options: RefundOption[] = [option('unused_share', shareOf(paidMinor, { part, whole, stepMinor }))];
  if (singleSessionPriceMinor !== undefined && period === undefined)
    options.push(option('less_used', lessUsed(paidMinor - refundedMinor, credits.gone, singleSessionPriceMinor)));
  return options.filter(({ amountMinor }) => amountMinor > 0);

  function option(basis: RefundOption['basis'], amountMinor: number): RefundOption {
    const given = Math.min(amountMinor, left);
    return { basis, amountMinor: given - (given % stepMinor), creditsRevoked: credits.unused };
  }
}

/**
 * `amount × part ÷ whole` in whole steps, the rest being kept: of the two shares the one with the larger remainder gets the step
 * that is left, and where both are halves it is kept.
 */
export function shareOf(amountMinor: number, of: { part: number; whole: number; stepMinor: number }): number {
  const { part, whole, stepMinor } = of;
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return amountMinor;
  const step = BigInt(stepMinor);
  const unit = BigInt(whole) * step;
  return Number(((2n * BigInt(amountMinor) * BigInt(part) + unit - 1n) / (2n * unit)) * step);
}

/** Sums may be beyond what a number holds exactly; below zero nothing goes back. */
function lessUsed(unrefundedMinor: number, gone: number, priceMinor: number): number {
  const left = BigInt(unrefundedMinor) - BigInt(gone) * BigInt(priceMinor);
  return left > 0n ? Number(left) : 0;
}

/** Whole days that are still to come, of the days of the period. */
function daysLeft({ start, end }: { start: Date; end: Date }, now: Date): [left: number, days: number] {
  const days = Math.ceil((end.getTime() - start.getTime()) / DAY_MS);
  const left = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
  return [Math.max(0, Math.min(left, days)), days];
}
