import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { busyTime } from '../domain/cells.ts';
import type { Billing, Consultation } from '../domain/consultation.ts';
import { dueAt } from '../domain/moves.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { findBooking, insertConsultation, insertTombstone } from '../store/consultations.ts';
import type { BookingPlan } from './booking-plan.ts';
import { scheduledEvent } from './consultation-events.ts';
import type { Deps } from './deps.ts';
import { judgeWanted } from './free-time.ts';
import { refuseSameSession, refuseTaken } from './refuse-conflicts.ts';
import { releaseCredit, reserveCredit } from './reserve-credit.ts';

/** Reserve, then insert. `fenced`: this id was given up in between, and its credit is returned. */
export async function placeBooking(
  deps: Deps,
  caller: Caller,
  plan: BookingPlan,
  bookingId: string,
): Promise<Consultation | 'fenced'> {
  const { booking, clientId, tenant, session } = plan;
  const billing = await reserveCredit(deps, caller, {
    bookingId,
    clientId,
    sessionType: booking.details.type,
    durationMinutes: session.end - session.start,
    scheduledStart: booking.scheduledStart,
    useFreeTrial: plan.useFreeTrial,
    maximumOpenBookings: tenant.policies.maximumOpenBookings,
  });
  if (billing === 'fenced') return billing;
  faultPoint('scheduling.after-reserve');
  const consultation = newConsultation(plan, { bookingId, billing, now: deps.clock.now() });
  consultation.consultationId = await deps.nextConsultationId(caller.tenantId);
  const event = scheduledEvent({ consultation, consultantName: plan.consultant.name, now: consultation.createdAt });
  const { bufferBeforeMinutes, bufferAfterMinutes } = plan.consultant.availability;
  const occupancy = {
    session,
    consultantBusy: busyTime(session, { beforeMinutes: bufferBeforeMinutes, afterMinutes: bufferAfterMinutes }),
    clientMayOverlap: tenant.policies.clientMayOverlap,
  };
  const inserted = await insertConsultation(deps.consultations, consultation, occupancy, [event]);
  if (inserted === 'duplicate') return settleDuplicate(deps, caller, plan, bookingId);
  faultPoint('scheduling.after-insert');
  deps.relay.nudge(CONSULTATIONS, caller.tenantId, bookingId, [event]);
  deps.logger.info({ consultationId: consultation.consultationId, bookingId, method: billing.method }, 'booked');
  return consultation;
}

/** A unique index refused the insert: finds out which, and gives the credit back unless the booking stands after all. */
async function settleDuplicate(
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
    if (found !== 'tombstone') return found;
  }
  const { clientId } = plan;
  // Also where a fence was first: its credit may be the client's only one, and is needed for the next id.
  await releaseCredit(deps, caller, {
    bookingId,
    clientId,
    revision: 1,
    reason: 'slot_taken',
    forfeit: false,
    stood: false,
  });
  if (given === 'duplicate') return 'fenced';
  await refuseSameSession(deps, plan);
  return refuseTaken(deps, plan, await judgeWanted(deps, plan, plan.session));
}

function newConsultation(plan: BookingPlan, made: { bookingId: string; billing: Billing; now: Date }): Consultation {
  const { booking, clientId, consultant, tenant, session } = plan;
  const { policies } = tenant;
  const consultation: Consultation = {
    _id: made.bookingId,
    tenantId: consultant.tenantId,
    consultationId: '',
    clientId,
    consultantId: consultant._id,
    version: 1,
    revision: 1,
    details: booking.details,
    scheduledStart: booking.scheduledStart,
    scheduledEnd: new Date(session.end * 60_000),
    timezone: booking.timezone ?? tenant.timezone,
    status: { current: 'scheduled' },
    meeting: booking.meeting ?? { kind: 'video' },
    billing: made.billing,
    terms: {
      policyVersion: policies.version,
      confirmationRequired: policies.confirmationRequired,
      confirmationDeadlineHours: policies.confirmationDeadlineHours,
      cancellationCutoffHours: policies.cancellationCutoffHours,
    },
    deliverables: [],
    feedback: {},
    history: [{ at: made.now, move: 'book', from: '', to: 'scheduled', actor: plan.bookedBy, reason: '' }],
    createdAt: made.now,
  };
  return { ...consultation, dueAt: dueAt(consultation) };
}
