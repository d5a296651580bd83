import type { Consultation, HistoryEntry, Status } from './consultation.ts';
import type { MoveContext } from './decide.ts';
import type { Move } from './moves.ts';

/** What a move adds to the history: two lines for a start that implies the confirmation, none for feedback. */
export function entriesOf(before: Consultation, after: Status, move: Move, context: MoveContext): HistoryEntry[] {
  const { actor, now, requestId } = context;
  const from = before.status.current;
  const to = after.current;
  // Feedback may be replaced many times and has its own time in `feedback.at`.
  const judged = move.kind === 'dispute-no-show' || move.kind === 'resolve';
  if (from === to && move.kind !== 'reschedule' && !judged) return [];
  const ended = after.current === 'cancelled' || after.current === 'no_show';
  const reason = ended && !judged ? after.reason : statedReason(move);
  const { revision, scheduledStart, scheduledEnd } = before;
  const entry = {
    at: now,
    move: move.kind,
    from,
    to,
    actor,
    reason,
    version: before.version + 1,
    ...(requestId === '' ? {} : { requestId }),
    ...(move.kind === 'reschedule' ? { previous: { revision, scheduledStart, scheduledEnd } } : {}),
  };
  if (move.kind !== 'start' || from !== 'scheduled') return [entry];
  const { version } = entry;
  const implied = { at: now, move: 'confirm', from, to: 'confirmed', actor, reason: 'implied by the start', version };
  return [implied, { ...entry, from: 'confirmed' }];
}

function statedReason(move: Move): string {
  return 'reason' in move ? move.reason : '';
}
