import type { Actor, Consultation, CreditEffect, State } from './consultation.ts';
import { DELIVERABLES_MAX } from './deliverables.ts';
import { earningsAfter } from './earnings.ts';
import { entriesOf } from './history.ts';
import {
  allowedMoves,
  cutoffAt,
  dueAt,
  type Move,
  type MoveKind,
  mayMove,
  RULES,
  whyNotMovable,
  type WhyNotMovable,
} from './moves.ts';
import { disputed, marksThemselves, noShow } from './no-show.ts';
import { resolved, resolveFault } from './resolve.ts';

/** Which event a decided move publishes. */
export type Happened =
  | 'confirmed'
  | 'rescheduled'
  | 'started'
  | 'completed'
  | 'cancelled'
  | 'no_show'
  | 'disputed'
  | 'resolved'
  | 'feedback';
export interface Decided {
  after: Consultation;
  happened: Happened;
}
export type Refused =
  | { refused: 'forbidden' }
  | { refused: 'rule_refused'; why: string }
  | { refused: 'invalid_transition'; from: State; allowed: MoveKind[]; why?: WhyNotMovable | undefined };

export interface MoveContext {
  actor: Actor;
  /** Business time. */
  now: Date;
  /** The caller's id of the request, kept in the history so that a second arrival is known; empty: none. */
  requestId: string;
}

/** Entries of a history after which staff and admins, whom no terms bound, cannot move or resolve once more. */
const CHANGES_MAX = 200;

/** What a move makes of a consultation, or why it is refused. The version of `after` is one more than before. */
export function decide(before: Consultation, move: Move, context: MoveContext): Decided | Refused {
  const { actor, now } = context;
  if (!RULES[move.kind].actors.includes(actor) || marksThemselves(move, actor)) return { refused: 'forbidden' };
  if (!mayMove(before, move.kind, actor, now)) {
    const allowed = allowedMoves(before, actor, now);
    return { refused: 'invalid_transition', from: before.status.current, allowed, ...byTerms(before, move, context) };
  }
  const fault = ruleFault(before, move);
  if (fault !== undefined) return { refused: 'rule_refused', why: fault };
  const { change, happened } = apply(before, move, context);
  const moved: Consultation = { ...before, ...change, version: before.version + 1 };
  const decides = moved.status !== before.status || moved.resolution !== before.resolution;
  const history = [...before.history, ...entriesOf(before, moved.status, move, context)];
  const changed = { ...moved, ...(decides ? { earnings: earningsAfter(moved, now) } : {}), history };
  return { after: { ...changed, dueAt: dueAt(changed) }, happened };
}

/** A client's reschedule may be refused by the accepted terms alone. */
function byTerms(before: Consultation, move: Move, { actor, now }: MoveContext): { why?: WhyNotMovable } {
  const asks =
    move.kind === 'reschedule' && actor === 'client' && RULES.reschedule.from.includes(before.status.current);
  const why = asks ? whyNotMovable(before, now) : undefined;
  return why === undefined ? {} : { why };
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
    case 'reschedule':
      return { change: rescheduling(before, move, actor), happened: 'rescheduled' };
    case 'no-show':
      return { change: { status: noShow(move.who, move.reason) }, happened: 'no_show' };
    case 'dispute-no-show':
      return { change: disputed(before, move.reason, { actor, now }), happened: 'disputed' };
    case 'resolve':
      return { change: resolved(before, move, now), happened: 'resolved' };
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

/** Where a confirmation is required, what the consultant confirmed was the time before a client moved it. */
function rescheduling(
  before: Consultation,
  { scheduledStart, scheduledEnd }: Extract<Move, { kind: 'reschedule' }>,
  actor: Actor,
): Partial<Consultation> {
  const anew = actor === 'client' && before.terms.confirmationRequired;
  return { scheduledStart, scheduledEnd, ...(anew ? { status: { current: 'scheduled' } } : {}) };
}

function cancellation(reason: string, creditEffect: CreditEffect): Partial<Consultation> {
  return { status: { current: 'cancelled', reason, creditEffect } };
}

/** What a cancellation now would do with the credit: only a client after the cut-off of the accepted terms loses it. */
function cancelEffect(consultation: Consultation, actor: Actor, now: Date): CreditEffect {
  return actor !== 'client' || now < cutoffAt(consultation) ? 'return' : 'use';
}

/** What a rule has against a move that may be made now. */
function ruleFault(before: Consultation, move: Move): string | undefined {
  const isRepeatable = move.kind === 'reschedule' || move.kind === 'resolve';
  if (isRepeatable && before.history.length >= CHANGES_MAX) return 'too_many_changes';
  if (move.kind === 'resolve') return resolveFault(before, move);
  const handsOver = move.kind === 'complete' ? before.deliverables.length + move.deliverables.length : 0;
  return handsOver > DELIVERABLES_MAX ? 'too_many_deliverables' : undefined;
}
