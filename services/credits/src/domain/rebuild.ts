import type { Account } from './account.ts';
import { isBalanced } from './decision.ts';
import type { Counters } from './lot.ts';
import { applyMovement, bookingMovementIds, type Movement, NO_CREDITS } from './movement.ts';

/** One thing the account says otherwise than its movements. */
export interface Difference {
  what: string;
  account: unknown;
  movements: unknown;
}

/** Rebuilds lots, open chains, trial and lifetime from the movements (flushed and not), and names every difference. */
export function differences(account: Account, movements: readonly Movement[]): Difference[] {
  const lots = new Map<string, Counters>();
  for (const movement of movements) {
    if (movement.lotId !== '')
      lots.set(movement.lotId, applyMovement(lots.get(movement.lotId) ?? NO_CREDITS, movement));
  }
  const found: Difference[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) found.push({ what, account: ours, movements: theirs });
  };
  compare('lots', account.lots.map((lot) => lot.lotId).sort(), [...lots.keys()].sort());
  for (const lot of account.lots) {
    compare(`lot ${lot.lotId}`, countersOf(lot), lots.get(lot.lotId));
    compare(`lot ${lot.lotId} balances`, isBalanced(lot), true);
    compare(`lot ${lot.lotId} open chains`, openCounters(lot), openOf(account, lot.lotId));
  }
  compare('open chains', Object.keys(account.bookings).sort(), openChains(movements));
  compare('lifetime', account.lifetime, lifetimeOf(movements));
  compare('trial used', account.freeTrial.state === 'used', trialUsed(movements));
  compare('movements', account.sequence, movements.length);
  return found;
}

function countersOf({ added, remaining, reserved, held, used, expired, revoked }: Counters): Counters {
  return { added, remaining, reserved, held, used, expired, revoked };
}

function openCounters({ reserved, held }: Counters) {
  return { reserved, held };
}

function openOf(account: Account, lotId: string) {
  const sum = { reserved: 0, held: 0 };
  for (const { payment, state } of Object.values(account.bookings)) {
    if (payment.method !== 'free_trial' && payment.lotId === lotId) sum[state] += payment.credits;
  }
  return sum;
}

function openChains(movements: readonly Movement[]): string[] {
  const ids = new Set(movements.map((movement) => movement.movementId));
  const keys = movements
    .filter(({ kind }) => kind === 'reserved' || kind === 'trial_reserved')
    .map(({ bookingId, revision }) => `${bookingId}:${revision}`);
  return keys
    .filter((key) => !ids.has(bookingMovementIds(key).use) && !ids.has(bookingMovementIds(key).release))
    .sort();
}

function lifetimeOf(movements: readonly Movement[]) {
  const sum = (chosen: (movement: Movement) => boolean) =>
    movements.filter(chosen).reduce((total, movement) => total + movement.credits, 0);
  return {
    totalConsultations: movements.filter((movement) => movement.consultation).length,
    creditsPurchased: sum(({ kind, paid }) => kind === 'granted' && paid),
    creditsUsed: sum(({ kind }) => kind === 'used'),
  };
}

function trialUsed(movements: readonly Movement[]): boolean {
  const count = (kind: Movement['kind']) => movements.filter((movement) => movement.kind === kind).length;
  return count('trial_reserved') > count('trial_released');
}
