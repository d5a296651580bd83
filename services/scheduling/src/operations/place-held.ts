import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { type Consultation, nextRevision } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { saveConverted } from '../store/holds.ts';
import type { BookingPlan } from './booking-plan.ts';
import { scheduledEvent } from './consultation-events.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './busy-times.ts';
import { judgeWanted } from './free-time.ts';
import { giveUpRevision } from './give-up-revision.ts';
import { newConsultation } from './new-consultation.ts';
import { creditWish } from './place-booking.ts';
import { refuseCut, refuseSameSession } from './refuse-conflicts.ts';
import { reserveRevision } from './reserve-revision.ts';
import { takeTime } from './take-time.ts';

/** Reserve, then turn the hold. `again`: it has changed meanwhile, and has to be looked at anew. Refusals: as `convertHold`. */
export async function placeHeld(
  deps: Deps,
  caller: Caller,
  hold: Hold,
  plan: BookingPlan & Meeting,
): Promise<Consultation | 'again'> {
  const { tenantId } = caller;
  const { _id: bookingId, clientId } = hold;
  const wish = { ...creditWish(plan), bookingId, revision: nextRevision(hold) };
  const reserved = await reserveRevision(deps, caller, wish);
  if (reserved === 'unsettled') return refuse('conflict', { holdId: bookingId });
  faultPoint('scheduling.after-convert-reserve');
  const consultationId = await deps.nextConsultationId(tenantId);
  const made = { ...reserved, bookingId, consultationId, version: hold.version + 1, now: deps.clock.now() };
  const consultation = newConsultation(plan, made);
  const event = scheduledEvent({ consultation, consultantName: plan.consultant.name, now: made.now });
  const saved = await takeTime(deps, { ...plan, bookingId }, (occupancy) =>
    saveConverted(deps.consultations, hold, consultation, { occupancy, events: [event] }),
  );
  if (saved === 'saved') {
    faultPoint('scheduling.after-convert');
    deps.relay.nudge(CONSULTATIONS, tenantId, bookingId, [event]);
    deps.logger.info({ consultationId, bookingId }, 'booked what was held');
    return consultation;
  }
  const { revision } = reserved;
  const reason = saved === 'moved_on' ? 'moved_on' : 'slot_taken';
  const given = await giveUpRevision(deps, caller, { bookingId, clientId, revision, reason });
  if (saved === 'moved_on' || given === 'stands') return 'again';
  await refuseSameSession(deps, plan);
  return refuseCut(deps, plan, await judgeWanted(deps, plan, plan.session));
}
