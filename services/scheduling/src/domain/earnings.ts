import type { Consultation } from './consultation.ts';

/** What a consultant earns by a session, as the tenant's policies said when it was booked. */
export interface EarningTerms {
  /** Of the price of the credits that paid. */
  consultantSharePercent: number;
  /** Of a session that no money paid (the trial, credits that cost nothing); minor units of `currency`. */
  promotionalEarningMinor: number;
  /** The tenant's; empty where it was not known. */
  currency: string;
}

/** One line of what a session earned. All lines of a session add up to what the last decision says. */
export interface Earning {
  /** Of the booking and the line's place: the same decision is the same line. */
  id: string;
  /** Business time of the decision: it says in which month the line belongs. */
  at: Date;
  /** Minor units; less than zero where something is taken back. */
  amountMinor: number;
  currency: string;
  kind: 'accrued' | 'reversed' | 'adjusted';
  reason: string;
}

export interface Money {
  amountMinor: number;
  currency: string;
}

/** Of a booking that is older than earnings are. */
const NO_TERMS: EarningTerms = {
  consultantSharePercent: 100,
  promotionalEarningMinor: 0,
  currency: '',
};

/** ⌊amount × percent ÷ 100⌋, exact however large the amount is. */
export function percentOf(amountMinor: number, percent: number): number {
  return Number((BigInt(amountMinor) * BigInt(percent)) / 100n);
}

/**
 * What the session earns when it takes place: the consultant's share of what its credits cost. An unlimited lot's credit costs
 * the price of the period ÷ its fair-use count. Credits that cost nothing, and the trial, earn the tenant's promotional rate.
 */
export function fullEarning({ billing, terms }: Pick<Consultation, 'billing' | 'terms'>): Money {
  const { consultantSharePercent, promotionalEarningMinor, currency } = terms.earning ?? NO_TERMS;
  const price = billing.method === 'free_trial' ? 0 : billing.unitPriceMinor * billing.credits;
  if (price > 0) return { amountMinor: percentOf(price, consultantSharePercent), currency: billing.currency };
  return { amountMinor: promotionalEarningMinor, currency: currency || billing.currency };
}

/** What the session as it stands has to have earned, in percent of the full earning and why; undefined: nothing was ever due. */
function due({ status, resolution, terms }: Consultation): { percent: number; reason: string } | undefined {
  if (resolution !== undefined) return { percent: resolution.earningPercent, reason: resolution.reason };
  if (status.current === 'completed') return { percent: 100, reason: 'completed' };
  if (status.current === 'no_show' && status.who === 'client') return { percent: 100, reason: 'client_no_show' };
  if (status.current === 'cancelled' && status.creditEffect === 'use')
    return { percent: terms.lateCancelEarningPercent, reason: 'late_cancellation' };
  return undefined;
}

/** The lines after a decision: those that were, and one more where they do not add up to what it says. */
export function earningsAfter(consultation: Consultation, now: Date): Earning[] {
  const lines = consultation.earnings ?? [];
  const { percent, reason } = due(consultation) ?? { percent: 0, reason: '' };
  const full = fullEarning(consultation);
  const amountMinor = percentOf(full.amountMinor, percent) - earned(lines);
  // A session that took place has its line on the statement also when it earned nothing.
  const first = lines.length === 0 && consultation.resolution === undefined && percent > 0;
  if (amountMinor === 0 && !first) return lines;
  const kind = first ? 'accrued' : amountMinor < 0 && percent === 0 ? 'reversed' : 'adjusted';
  const id = `${consultation._id}:earning:${lines.length + 1}`;
  return [...lines, { id, at: now, amountMinor, currency: full.currency, kind, reason }];
}

/** What these lines come to, in minor units. */
export function earned(lines: readonly Pick<Earning, 'amountMinor'>[]): number {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}
