import {
  type Actor,
  type Consultation,
  type CreditEffect,
  type HistoryEntry,
  type State,
  type Status,
} from './consultation.ts';
import { allowedMoves, dueAt, type Move, type MoveKind, mayMove, RULES } from './moves.ts';

/** Which event a decided move publishes. */
export type Happened = 'confirmed' | 'started' | 'completed' | 'cancelled' | 'no_show' | 'feedback';
export interface Decided {
  after: Consultation;
  happened: Happened;
}
export type Refused = { refused: 'forbidden' } | { refused: 'invalid_transition'; from: State; allowed: MoveKind[] };

export interface MoveContext {
  actor: Actor;
  /** Business time. */
  now: Date;
  /** The caller's id of the request, kept in the history so that a second arrival is known; empty: none. */
  requestId: string;
}

const HOUR_MS = 3_600_000;

/** What a move makes of a consultation, or why it is refused. The version of `after` is one more than before. */
export function decide(before: Consultation, move: Move, context: MoveContext): Decided | Refused {
  const { actor, now } = context;
  if (!RULES[move.kind].actors.includes(actor)) return { refused: 'forbidden' };
  if (!mayMove(before, move.kind, actor, now)) {
    const allowed = allowedMoves(before, actor, now);
    return { refused: 'invalid_transition', from: before.status.current, allowed };
  }
  const { change, happened } = apply(before, move, context);
  const changed: Consultation = { ...before, ...change, version: before.version + 1 };
  const history = [...before.history, ...entries(before, changed.status, move, context)];
  return { after: { ...changed, history, dueAt: dueAt(changed) }, happened };
}

function apply(
  before: Consultation,
  move: Move,
  { actor, now }: MoveContext,
): { change: Partial<Consultation>; happened: Happened } {
  switch (move.kind) {
    case 'confirm':
      return { change: { status: { current: 'confirmed' } }, happened: 'confirmed' };
    case 'start':
      return { change: { status: { current: 'in_progress' }, actualStart: now }, happened: 'started' };
    case 'complete':
      return { change: completion(before, move, now), happened: 'completed' };
    case 'close':
      return { change: closing(before), happened: 'completed' };
    case 'decline':
      return { change: cancellation(move.reason || 'declined', 'return'), happened: 'cancelled' };
    case 'expire':
      return { change: cancellation('not confirmed in time', 'return'), happened: 'cancelled' };
    case 'cancel':
      return { change: cancellation(move.reason, cancelEffect(before, actor, now)), happened: 'cancelled' };
    case 'no-show':
      return { change: { status: noShow(move.who, move.reason) }, happened: 'no_show' };
    case 'client-feedback':
      return {
        change: { feedback: { ...before.feedback, client: { ...move.feedback, at: now } } },
        happened: 'feedback',
      };
    case 'consultant-feedback':
      return {
        change: { feedback: { ...before.feedback, consultant: { ...move.feedback, at: now } } },
        happened: 'feedback',
      };
  }
}

function completion(before: Consultation, move: Extract<Move, { kind: 'complete' }>, now: Date): Partial<Consultation> {
  return {
    status: { current: 'completed', autoClosed: false },
    // Nobody pressed start: the session is taken to have begun when it was to begin.
    actualStart: before.actualStart ?? before.scheduledStart,
    actualEnd: now,
    outcomes: move.outcomes,
    deliverables: [...before.deliverables, ...move.deliverables],
  };
}

function closing(before: Consultation): Partial<Consultation> {
  return {
    status: { current: 'completed', autoClosed: true },
    actualStart: before.actualStart ?? before.scheduledStart,
    actualEnd: before.scheduledEnd,
  };
}

function cancellation(reason: string, creditEffect: CreditEffect): Partial<Consultation> {
  return { status: { current: 'cancelled', reason, creditEffect } };
}

/** What a cancellation now would do with the credit: only a client after the cut-off of the accepted terms loses it. */
function cancelEffect(consultation: Consultation, actor: Actor, now: Date): CreditEffect {
  const { cancellationCutoffHours } = consultation.terms;
  if (actor !== 'client' || cancellationCutoffHours === 0) return 'return';
  const cutoff = consultation.scheduledStart.getTime() - cancellationCutoffHours * HOUR_MS;
  return now.getTime() < cutoff ? 'return' : 'use';
}

function noShow(who: 'client' | 'consultant', reason: string): Status {
  return { current: 'no_show', who, reason, creditEffect: who === 'client' ? 'use' : 'return' };
}

function entries(before: Consultation, after: Status, move: Move, context: MoveContext): HistoryEntry[] {
  const { actor, now, requestId } = context;
  const from = before.status.current;
  const to = after.current;
  // Feedback may be replaced many times and has its own time in `feedback.at`.
  if (from === to) return [];
  const reason = after.current === 'cancelled' || after.current === 'no_show' ? after.reason : statedReason(move);
  const entry = { at: now, move: move.kind, from, to, actor, reason, ...(requestId === '' ? {} : { requestId }) };
  if (move.kind !== 'start' || from !== 'scheduled') return [entry];
  const implied = { at: now, move: 'confirm', from, to: 'confirmed', actor, reason: 'implied by the start' };
  return [implied, { ...entry, from: 'confirmed' }];
}

function statedReason(move: Move): string {
  return 'reason' in move ? move.reason : '';
}
