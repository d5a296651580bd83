import type { Mismatch } from './reconcile.ts';

/** What has to become of the credits of a session, as scheduling decided. */
export const SESSION_STATES = ['standing', 'completed', 'released', 'used'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
/** Where the credits of a booking are; `nothing`: there never were any. */
export const CREDIT_STATES = ['reserved', 'held', 'moved', 'used', 'reversed', 'released', 'nothing'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

/** What is open can still become what scheduling says. */
const isOpen = (credit: CreditState) => credit === 'reserved' || credit === 'held';

/** Holds a session against its credits; undefined: they agree. */
export function compareSession(session: SessionState, credit: CreditState): Mismatch | undefined {
  switch (session) {
    case 'standing':
      return credit === 'held' ? undefined : without(session, credit);
    case 'completed':
    case 'used':
      if (credit === 'used') return undefined;
      return isOpen(credit) ? unheard('use_unheard', session, credit) : without(session, credit);
    case 'released':
      if (credit === 'released' || credit === 'reversed' || credit === 'nothing') return undefined;
      if (isOpen(credit)) return unheard('return_unheard', session, credit);
      return { ...unheard('return_unheard', session, credit), repair: 'by_hand' };
  }
}

/** Holds what is set aside against its session, if there is one; undefined: they agree, or the session's side tells. */
export function compareHold(
  hold: { revision: number; state: CreditState; credits: number },
  session: { revision: number } | undefined,
): Mismatch | undefined {
  const { revision, state, credits } = hold;
  if (session?.revision === revision) return undefined;
  const where = session === undefined ? 'there is no such booking' : `the session is at revision ${session.revision}`;
  const isPast = session !== undefined && session.revision > revision;
  return {
    kind: 'movement_without_session',
    detail: `${credits} credits ${state} for revision ${revision}, and ${where}`,
    // Scheduling's word on a revision that is over is about a later one, which has nothing open.
    repair: isPast ? 'by_hand' : 'settle',
  };
}

function unheard(kind: 'use_unheard' | 'return_unheard', session: SessionState, credit: CreditState): Mismatch {
  return { kind, detail: `${session} by scheduling, its credits ${credit}`, repair: 'settle' };
}

function without(session: SessionState, credit: CreditState): Mismatch {
  const detail = `${session} by scheduling, its credits ${credit === 'nothing' ? 'never taken' : credit}`;
  return { kind: 'session_without_movement', detail, repair: isOpen(credit) ? 'settle' : 'by_hand' };
}
