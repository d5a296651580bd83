import { change, changeLot, type Draft, lotOf, move, type MovementInput } from './decision.ts';
import { type GraceBatch, type Lot, liveUntil } from './lot.ts';

/**
 * Takes unused credits out of their lot by the given movement: those that die with the lot first, then those on borrowed time,
 * the shortest-lived first. Answers also the end of what was borrowed, if anything was.
 */
export function take(
  draft: Draft,
  input: MovementInput & { lotId: string; credits: number },
): { draft: Draft; graceUntil?: Date } {
  const { lotId, credits } = input;
  const { returned, end } = borrow(lotOf(draft.account, lotId), credits, draft.context.now);
  const borrowed = change(
    draft,
    changeLot(draft.account, lotId, (lot) => ({ ...lot, returned })),
  );
  return { draft: move(borrowed, input), ...(end === undefined ? {} : { graceUntil: end }) };
}

function borrow(lot: Lot, credits: number, now: Date): { returned: GraceBatch[]; end?: Date } {
  if (lot.returned.length === 0) return { returned: lot.returned };
  const borrowed = lot.returned.reduce((sum, batch) => sum + batch.credits, 0);
  let missing = credits - (now < liveUntil(lot) ? Math.min(credits, lot.remaining - borrowed) : 0);
  const ends: Date[] = [];
  const returned = [...lot.returned]
    .sort((a, b) => a.until.getTime() - b.until.getTime())
    .map((batch) => {
      const taken = batch.until > now ? Math.min(missing, batch.credits) : 0;
      missing -= taken;
      if (taken > 0) ends.push(batch.until);
      return { ...batch, credits: batch.credits - taken };
    })
    .filter((batch) => batch.credits > 0);
  const [end] = ends;
  return { returned, ...(end === undefined ? {} : { end }) };
}
