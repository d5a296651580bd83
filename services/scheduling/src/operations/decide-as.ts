import { refuse } from '@consult/runtime/errors';
import type { Actor, Consultation } from '../domain/consultation.ts';
import { type Decided, decide, type MoveContext, type Refused } from '../domain/decide.ts';
import type { Move } from '../domain/moves.ts';

/** Decides a move in the first capacity that allows it, or refuses it as the last one that may make such a move at all. */
export function decideAs(
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

/** Says why a move is refused. */
export function refuseMove(refusal: Refused, consultationId: string): never {
  if (refusal.refused === 'forbidden') return refuse('forbidden');
  if (refusal.refused === 'rule_refused') return refuse('rule_refused', { consultationId, why: refusal.why });
  const { from, allowed, why } = refusal;
  return refuse('invalid_transition', { consultationId, from, allowed, ...(why === undefined ? {} : { why }) });
}
