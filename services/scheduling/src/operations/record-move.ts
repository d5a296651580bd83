import type { Caller } from '@consult/runtime/caller';
import { faultPoint } from '@consult/runtime/fault';
import type { Actor, Consultation } from '../domain/consultation.ts';
import type { Decided } from '../domain/decide.ts';
import type { Move } from '../domain/moves.ts';
import { consultantNames } from '../store/consultants.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { saveMove } from '../store/consultations.ts';
import { moveEvent } from './consultation-events.ts';
import type { Deps } from './deps.ts';
import { releaseCredit, reverseUse } from './reserve-credit.ts';

/**
 * Writes a decided move with its event at the version it was decided on, and gives the credit back where that was decided.
 * False when somebody else was faster: read again, decide again.
 */
export async function recordMove(
  deps: Deps,
  caller: Caller,
  made: { before: Consultation; decided: Decided; move: Move; actor: Actor },
): Promise<boolean> {
  const { before, decided, move, actor } = made;
  const { after, happened } = decided;
  const { tenantId, _id: bookingId, consultantId, consultationId } = after;
  const names = await consultantNames(deps.consultants, tenantId, [consultantId]);
  const told = { consultation: after, consultantName: names.get(consultantId) ?? '', now: deps.clock.now() };
  const event = moveEvent(told, happened, move, actor);
  if (!(await saveMove(deps.consultations, before, after, [event]))) return false;
  faultPoint('scheduling.after-move');
  deps.relay.nudge(CONSULTATIONS, tenantId, bookingId, [event]);
  deps.logger.info({ consultationId, bookingId, move: move.kind, actor, to: after.status.current }, 'moved');
  await settleCredit(deps, caller, after, move, actor);
  return true;
}

/** The money effect was decided and written with the move; here it takes effect at once, and the event is the backstop. */
async function settleCredit(deps: Deps, caller: Caller, after: Consultation, move: Move, actor: Actor): Promise<void> {
  const { status, _id: bookingId, clientId, revision } = after;
  const given = { bookingId, clientId, revision, stood: true };
  if (move.kind === 'dispute-no-show') return;
  if (move.kind === 'resolve') {
    if (after.resolution?.reversesUse) await reverseUse(deps, caller, { ...given, reason: move.reason });
    return;
  }
  if (status.current === 'cancelled')
    await releaseCredit(deps, caller, {
      ...given,
      reason: cancelReason(move, actor),
      forfeit: status.creditEffect === 'use',
    });
  // A client's no-show is a use, not a release: credits does it when the event arrives.
  if (status.current === 'no_show' && status.creditEffect === 'return')
    await releaseCredit(deps, caller, { ...given, reason: 'consultant_no_show', forfeit: false });
}

function cancelReason(move: Move, actor: Actor): string {
  if (move.kind === 'decline') return 'declined';
  return move.kind === 'expire' ? 'not_confirmed' : `${actor}_cancelled`;
}
