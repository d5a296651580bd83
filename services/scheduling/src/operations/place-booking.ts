import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type { Consultation } from '../domain/consultation.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { findBooking, insertConsultation, insertTombstone } from '../store/consultations.ts';
import type { BookingPlan } from './booking-plan.ts';
import { scheduledEvent } from './consultation-events.ts';
import type { Deps } from './deps.ts';
import { judgeWanted } from './free-time.ts';
import { newConsultation } from './new-consultation.ts';
import { refuseCut, refuseSameSession } from './refuse-conflicts.ts';
import { releaseCredit, reserveCredit } from './reserve-credit.ts';
import { takeTime } from './take-time.ts';

/** The reservation of a booking that nobody has moved yet. */
export const FIRST_REVISION = 1;

/** Reserve, then insert. `fenced`: this id was given up in between, and its credit is returned. */
export async function placeBooking(
  deps: Deps,
  caller: Caller,
  plan: BookingPlan,
  bookingId: string,
): Promise<Consultation | 'fenced'> {
  const { tenantId } = caller;
  const billing = await reserveCredit(deps, caller, { ...creditWish(plan), bookingId, revision: FIRST_REVISION });
  if (billing === 'fenced' || billing === 'unsettled') return 'fenced';
  faultPoint('scheduling.after-reserve');
  const consultationId = await deps.nextConsultationId(tenantId);
  const made = { bookingId, consultationId, revision: FIRST_REVISION, version: 1, billing, now: deps.clock.now() };
  const consultation = newConsultation(plan, made);
  const event = scheduledEvent({ consultation, consultantName: plan.consultant.name, now: consultation.createdAt });
  const inserted = await takeTime(deps, { ...plan, bookingId }, (occupancy) =>
    insertConsultation(deps.inserts, consultation, occupancy, [event]),
  );
  if (inserted !== 'inserted') return settleRefused(deps, caller, plan, bookingId);
  faultPoint('scheduling.after-insert');
  deps.relay.nudge(CONSULTATIONS, tenantId, bookingId, [event]);
  deps.logger.info({ consultationId, bookingId, method: billing.method }, 'booked');
  return consultation;
}

/** What credits is asked for to pay a plan. */
export function creditWish(plan: BookingPlan) {
  const { booking, clientId, tenant, session, useFreeTrial } = plan;
  return {
    clientId,
    sessionType: booking.details.type,
    durationMinutes: session.end - session.start,
    scheduledStart: booking.scheduledStart,
    useFreeTrial,
    maximumOpenBookings: tenant.policies.maximumOpenBookings,
  };
}

/** A unique index refused the insert: finds out which, and gives the credit back unless the booking stands after all. */
async function settleRefused(
  deps: Deps,
  caller: Caller,
  plan: BookingPlan,
  bookingId: string,
): Promise<Consultation | 'fenced'> {
  const { tenantId } = caller;
  // The id itself is given up first: a second arrival of the same request must not insert under a credit that is being returned.
  const given = await insertTombstone(deps.consultations, { tenantId, bookingId });
  if (given === 'duplicate') {
    const found = await findBooking(deps.consultations, { tenantId, bookingId });
    // Written, but not yet at a majority: whoever asks again will see what it is.
    if (found === undefined) return refuse('conflict', { bookingId });
    if (found !== 'tombstone') return 'status' in found ? found : refuse('conflict', { holdId: bookingId });
  }
  const { clientId } = plan;
  const release = { bookingId, clientId, revision: FIRST_REVISION, reason: 'slot_taken', forfeit: false, stood: false };
  // Also where a fence was first: its credit may be the client's only one, and is needed for the next id.
  await releaseCredit(deps, caller, release);
  if (given === 'duplicate') return 'fenced';
  await refuseSameSession(deps, plan);
  return refuseCut(deps, plan, await judgeWanted(deps, plan, plan.session));
}
