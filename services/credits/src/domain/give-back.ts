import { change, changeLot, type Draft, lotOf, move, type MovementInput } from './decision.ts';
import { lapse } from './expire.ts';
import { liveUntil } from './lot.ts';

const DAY_MS = 24 * 3_600_000;

/** How long a credit lives whose lot has expired: to its old end when it lives on borrowed time already, else so many days. */
export interface ReturnGrace {
  returnGraceDays: number;
  graceUntil?: Date | undefined;
}

/**
 * Brings credits back to their lot by the given movement. What has lapsed with the lot stays lapsed; only these live on,
 * once (SPEC, fine print 7).
 */
export function giveBack(
  draft: Draft,
  input: MovementInput & { lotId: string; credits: number },
  grace: ReturnGrace,
): Draft {
  const { now } = draft.context;
  const { lotId, credits } = input;
  if (now < liveUntil(lotOf(draft.account, lotId))) return move(draft, input);
  const until = grace.graceUntil ?? new Date(now.getTime() + grace.returnGraceDays * DAY_MS);
  const back = move(lapse(draft, lotId), { ...input, graceUntil: until });
  const lived = changeLot(back.account, lotId, (lot) => ({
    ...lot,
    returned: credits === 0 ? lot.returned : [...lot.returned, { credits, until }],
  }));
  return until > now ? change(back, lived) : lapse(change(back, lived), lotId);
}
