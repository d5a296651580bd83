import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import type { Move } from '../domain/moves.ts';
import { isRepeat } from '../domain/repeats.ts';
import { capacities, visibleConsultation } from './access.ts';
import { decideAs, refuseMove } from './decide-as.ts';
import type { Deps } from './deps.ts';
import { checkCancellationQuote } from './quote-cancellation.ts';
import { recordMove } from './record-move.ts';

/** How often a move is decided anew because others moved the same consultation in between. */
const MOVE_ATTEMPTS = 5;

/**
 * Makes a move for a person, in whichever capacity allows it: client or consultant of this session, or admin.
 * The same request again answers the consultation as it stands. Refusals: not_found, forbidden, invalid_transition
 * (+ from, allowed), quote_changed (a cancellation), conflict.
 */
export async function moveConsultation(
  deps: Deps,
  caller: Caller,
  input: { consultationId: string; requestId: string; move: Move; quoteId?: string | undefined },
): Promise<Consultation> {
  const { consultationId, requestId, move, quoteId } = input;
  for (let attempt = 1; attempt <= MOVE_ATTEMPTS; attempt += 1) {
    const before = await visibleConsultation(deps, caller, consultationId);
    const actors = capacities(caller, before);
    if (isRepeat(before, move, { requestId, actors })) return before;
    const outcome = decideAs(actors, before, move, { now: deps.clock.now(), requestId });
    if ('refused' in outcome) return refuseMove(outcome, consultationId);
    if (quoteId !== undefined) checkCancellationQuote(deps, caller, { before, ...outcome }, quoteId);
    if (await recordMove(deps, caller, { before, move, ...outcome })) return outcome.decided.after;
  }
  return refuse('conflict', { consultationId });
}
