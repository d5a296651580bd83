import { type Account, clientTypeOf, type Lifetime } from './account.ts';
import { alive, burnOrder, type Lot, type LotStatus, spendable, statusOf } from './lot.ts';
import { availableCredits } from './payer.ts';

/** A lot as its owner sees it. */
export interface LotView {
  lot: Lot;
  /** reserved + held + used. */
  creditsUsed: number;
  /** What can still be spent, or could when it begins. */
  creditsRemaining: number;
  status: LotStatus;
}

export interface BalanceView {
  availableCredits: number;
  unlimited: boolean;
  freeTrial: { eligible: boolean; used: boolean; usedAt?: Date; expiresAt?: Date };
  /** With something left to spend now, in burn-down order. */
  activeCredits: LotView[];
  lifetime: Lifetime;
  credits: LotView[];
}

/** What a client has at this instant, whatever the sweep has or has not yet written. */
export function balanceOf(account: Account, now: Date): BalanceView {
  const credits = [...account.lots].sort(burnOrder).map((lot) => viewOf(lot, now));
  const activeCredits = credits.filter(({ lot }) => spendable(lot, now) > 0);
  return {
    availableCredits: availableCredits(account, now),
    unlimited: activeCredits.some(({ lot }) => lot.unlimited),
    freeTrial: trialView(account, now),
    activeCredits,
    lifetime: account.lifetime,
    credits,
  };
}

/** A lot at this instant. */
export function viewOf(lot: Lot, now: Date): LotView {
  return {
    lot,
    creditsUsed: lot.reserved + lot.held + lot.used,
    creditsRemaining: alive(lot, now),
    status: statusOf(lot, now),
  };
}

function trialView(account: Account, now: Date): BalanceView['freeTrial'] {
  const { freeTrial: trial } = account;
  switch (trial.state) {
    case 'unknown':
      return { eligible: false, used: false };
    case 'eligible':
      return {
        eligible: now < trial.expiresAt && clientTypeOf(account) === 'new',
        used: false,
        expiresAt: trial.expiresAt,
      };
    case 'used':
      return { eligible: false, used: true, usedAt: trial.usedAt, expiresAt: trial.expiresAt };
  }
}
