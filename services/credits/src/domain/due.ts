import type { Account } from './account.ts';
import { type Lot, liveUntil, NEVER } from './lot.ts';

const DAY_MS = 24 * 3_600_000;
/** Days before expiry at which a client is warned, earliest first. */
const WARNING_DAYS = [30, 7, 1] as const;

/** When a warning of so many days before expiry falls due. */
export function warningAt(lot: Lot, days: number): Date {
  return new Date(lot.expiryDate.getTime() - days * DAY_MS);
}

/** Warnings still to be given for a lot: those that fall after it began, and are nearer to expiry than the last one given. */
export function openWarnings(lot: Lot): number[] {
  if (lot.remaining === 0 || lot.expiryDate >= NEVER) return [];
  return WARNING_DAYS.filter(
    (days) => days < (lot.warnedDays ?? Number.POSITIVE_INFINITY) && warningAt(lot, days) > lot.effectiveAt,
  );
}

/** Business time at which something of this account lapses or is to be warned of, or undefined. */
export function nextDue(account: Account): Date | undefined {
  const instants = account.lots.flatMap(dueInstants).map((instant) => instant.getTime());
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}

function dueInstants(lot: Lot): Date[] {
  const borrowed = lot.returned.reduce((sum, batch) => sum + batch.credits, 0);
  return [
    ...openWarnings(lot).map((days) => warningAt(lot, days)),
    ...(lot.remaining > borrowed ? [liveUntil(lot)] : []),
    // A batch ends with the lot's own end at the earliest: until then all of `remaining` is alive.
    ...lot.returned.map((batch) => (batch.until > liveUntil(lot) ? batch.until : liveUntil(lot))),
  ];
}
