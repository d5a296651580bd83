import type { Actor, Consultation, Status } from './consultation.ts';
import type { Move } from './moves.ts';

/** Somebody did not come: a client has used up the credit, a consultant has not. */
export function noShow(who: 'client' | 'consultant', reason: string): Status {
  return { current: 'no_show', who, reason, creditEffect: who === 'client' ? 'use' : 'return' };
}

/** A client says that the consultant did not come, never so of themselves: that would use up their credit and pay for it. */
export function marksThemselves(move: Move, actor: Actor): boolean {
  return move.kind === 'no-show' && move.who === 'client' && actor === 'client';
}

/** Who was marked says otherwise. Nothing moves by it: it is for an admin to settle. */
export function disputed(before: Consultation, reason: string, by: { actor: Actor; now: Date }): Partial<Consultation> {
  const { status } = before;
  if (status.current !== 'no_show') return {};
  return { status: { ...status, disputed: { by: by.actor, at: by.now, reason } } };
}
