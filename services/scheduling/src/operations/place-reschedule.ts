import type { Caller } from '@consult/runtime/caller';
import { faultPoint } from '@consult/runtime/fault';
import { type Consultation, nextRevision } from '../domain/consultation.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { saveReschedule } from '../store/reschedules.ts';
import { moveEvent } from './consultation-events.ts';
import type { Deps } from './deps.ts';
import { judgeWanted } from './free-time.ts';
import { giveUpRevision } from './give-up-revision.ts';
import type { ReschedulePlan } from './plan-reschedule.ts';
import { refuseCut } from './refuse-conflicts.ts';
import { reserveRevision } from './reserve-revision.ts';
import { takeTime } from './take-time.ts';

/** Reserve, then move. `again`: the consultation was moved meanwhile, and has to be looked at anew. Refusals: as `reschedule`. */
export async function placeReschedule(
  deps: Deps,
  caller: Caller,
  plan: ReschedulePlan,
): Promise<Consultation | 'again'> {
  const { before, decided, move, actor, consultant, bookingId, clientId } = plan;
  const reserved = await reserveRevision(deps, caller, { ...rescheduleWish(plan), revision: nextRevision(before) });
  if (reserved === 'unsettled') return 'again';
  faultPoint('scheduling.after-reschedule-reserve');
  const { revision } = reserved;
  const after = { ...decided.after, ...reserved };
  const told = { consultation: after, consultantName: consultant.name, now: deps.clock.now() };
  const event = moveEvent(told, decided.happened, move, actor);
  const saved = await takeTime(deps, plan, (occupancy) =>
    saveReschedule(deps.consultations, before, after, { occupancy, events: [event] }),
  );
  if (saved === 'saved') {
    faultPoint('scheduling.after-reschedule');
    deps.relay.nudge(CONSULTATIONS, caller.tenantId, bookingId, [event]);
    deps.logger.info({ consultationId: after.consultationId, bookingId, revision, actor }, 'rescheduled');
    return after;
  }
  const reason = saved === 'moved_on' ? 'moved_on' : 'slot_taken';
  const given = await giveUpRevision(deps, caller, { bookingId, clientId, revision, reason });
  // Also where another arrival of the same wish was faster: then that is the answer.
  if (saved === 'moved_on' || given === 'stands') return 'again';
  return refuseCut(deps, plan, await judgeWanted(deps, plan, plan.session));
}

/** What credits is asked for to pay the session at its new time. It stays on the trial where that pays it; another never begins to. */
export function rescheduleWish({ before, minutes, move, bookingId, clientId }: ReschedulePlan) {
  return {
    bookingId,
    clientId,
    predecessorRevision: before.revision,
    sessionType: before.details.type,
    durationMinutes: minutes,
    scheduledStart: move.scheduledStart,
    ...(before.billing.method === 'free_trial' ? {} : { useFreeTrial: false }),
    // It is no new booking.
    maximumOpenBookings: 0,
  };
}
