import type { Actor, Consultation } from './consultation.ts';
import type { Move } from './moves.ts';

/**
 * Whether this very request has been carried out already, so that its second arrival gets the same answer: a move is known by
 * its request id, feedback (a PUT without an id) by saying the same.
 */
export function isRepeat(
  consultation: Consultation,
  move: Move,
  request: { requestId: string; actors: readonly Actor[] },
): boolean {
  const { requestId, actors } = request;
  switch (move.kind) {
    case 'client-feedback': {
      const { client } = consultation.feedback;
      const { rating, comments } = move.feedback;
      return actors.includes('client') && client?.rating === rating && client.comments === comments;
    }
    case 'consultant-feedback': {
      const { consultant } = consultation.feedback;
      const { clientEngagement, notes } = move.feedback;
      return (
        actors.includes('consultant') && consultant?.clientEngagement === clientEngagement && consultant.notes === notes
      );
    }
    case 'confirm':
    case 'decline':
    case 'start':
    case 'complete':
    case 'cancel':
    case 'reschedule':
    case 'no-show':
    case 'dispute-no-show':
    case 'resolve':
    case 'expire':
    case 'close':
      return (
        requestId !== '' &&
        consultation.history.some(
          (entry) => entry.requestId === requestId && entry.move === move.kind && actors.includes(entry.actor),
        )
      );
  }
}
