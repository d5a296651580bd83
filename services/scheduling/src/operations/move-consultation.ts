import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Actor, Consultation } from '../domain/consultation.ts';
import { type Decided, decide, type MoveContext, type Refused } from '../domain/decide.ts';
import type { Move } from '../domain/moves.ts';
import { isRepeat } from '../domain/repeats.ts';
import { capacities, visibleConsultation } from './access.ts';
import type { Deps } from './deps.ts';
import { recordMove } from './record-move.ts';

/** How often a move is decided anew because others moved the same consultation in between. */
const MOVE_ATTEMPTS = 5;

/**
 * Makes a move for a person, in whichever capacity allows it: client or consultant of this session, or admin.
 * The same request again answers the consultation as it stands. Refusals: not_found, forbidden, invalid_transition
 * (+ from, allowed), conflict.
 */
export async function moveConsultation(
  deps: Deps,
  caller: Caller,
  input: { consultationId: string; requestId: string; move: Move },
): Promise<Consultation> {
  const { consultationId, requestId, move } = input;
  for (let attempt = 1; attempt <= MOVE_ATTEMPTS; attempt += 1) {
    const before = await visibleConsultation(deps, caller, consultationId);
    const actors = capacities(caller, before);
    if (isRepeat(before, move, { requestId, actors })) return before;
    const outcome = decideAs(actors, before, move, { now: deps.clock.now(), requestId });
    if ('refused' in outcome) return refuseMove(outcome, consultationId);
    if (await recordMove(deps, caller, { before, move, ...outcome })) return outcome.decided.after;
  }
  return refuse('conflict', { consultationId });
}

function decideAs(
  actors: Actor[],
  before: Consultation,
  move: Move,
  context: Omit<MoveContext, 'actor'>,
): { decided: Decided; actor: Actor } | Refused {
  let refusal: Refused = { refused: 'forbidden' };
  for (const actor of actors) {
    const outcome = decide(before, move, { ...context, actor });
    if (!('refused' in outcome)) return { decided: outcome, actor };
    if (refusal.refused === 'forbidden') refusal = outcome;
  }
  return refusal;
}

function refuseMove(refusal: Refused, consultationId: string): never {
  if (refusal.refused === 'forbidden') return refuse('forbidden');
  const { from, allowed } = refusal;
  return refuse('invalid_transition', { consultationId, from, allowed });
}
