import type { Lot } from '../domain/lot.ts';

/** Spent lots an account keeps at hand; older ones are archived. */
export const SPENT_LOTS_KEPT = 20;

/** Whether nothing can move any more but by a late command, which gets the lot back from the archive. */
function isSpent({ remaining, reserved, held }: Lot): boolean {
  return remaining === 0 && reserved === 0 && held === 0;
}

/** Whether the account has more spent lots than it keeps. */
export function isArchivable(lots: readonly Lot[]): boolean {
  return lots.length > SPENT_LOTS_KEPT && lots.filter(isSpent).length > SPENT_LOTS_KEPT;
}

/** The spent lots beyond the newest, the oldest first. */
export function lotsToArchive(lots: readonly Lot[]): Lot[] {
  return lots.filter(isSpent).sort(byAge).slice(0, -SPENT_LOTS_KEPT);
}

function byAge(a: Lot, b: Lot): number {
  return a.effectiveAt.getTime() - b.effectiveAt.getTime() || (a.lotId < b.lotId ? -1 : Number(a.lotId > b.lotId));
}
