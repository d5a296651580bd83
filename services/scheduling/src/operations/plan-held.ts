import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteOf } from '../domain/availability.ts';
import type { Booking } from '../domain/booking.ts';
import { type Consultation, nextRevision } from '../domain/consultation.ts';
import { type Hold, isHeldFor } from '../domain/hold.ts';
import { findBooking } from '../store/consultations.ts';
import { type BookingPlan, planBooking } from './booking-plan.ts';
import type { Meeting } from './busy-times.ts';
import type { Deps } from './deps.ts';
import { refuseConflicts } from './refuse-conflicts.ts';

/** A client's hold, or what it has become. Refusals: not_found. */
export async function findHeld(
  deps: Deps,
  { tenantId }: Caller,
  { holdId, clientId }: { holdId: string; clientId: string },
): Promise<Hold | Consultation> {
  const found = await findBooking(deps.consultations, { tenantId, bookingId: holdId });
  if (found === undefined || found === 'tombstone' || found.clientId !== clientId)
    return refuse('not_found', { holdId });
  return found;
}

/** Refuses a booking that is not what is held: rule_refused. */
export function refuseOther(found: Hold | Consultation, booking: Booking): void {
  // Converted before, and perhaps moved since.
  const isSame =
    'hold' in found
      ? isHeldFor(found, booking)
      : found.consultantId === booking.consultantId && found.details.type === booking.details.type;
  if (!isSame) refuse('rule_refused', { why: 'contradicts_hold' });
}

/**
 * What the client wanted when they held the slot, judged as of now. A length nobody had stated is that of the lot that pays, now
 * that there is one, and never longer than what is held. Refusals: those of `convertHold`.
 */
export async function planHeld(deps: Deps, caller: Caller, hold: Hold): Promise<BookingPlan & Meeting> {
  const { _id: bookingId, clientId } = hold;
  const { state, booking } = hold.hold;
  if (state === 'released' || state === 'given_up') return refuse('not_found', { holdId: bookingId });
  const own = { bookingId, revision: nextRevision(hold) };
  const planned = await planBooking(deps, caller, booking, clientId, { bySelf: true, own });
  const { start, end } = planned.session;
  const session = { start, end: Math.min(end, minuteOf(hold.scheduledEnd)) };
  const plan = { ...planned, session, exceptBookingId: bookingId };
  if (state === 'open') {
    // Its time is its own, whoever asks; only the past is not.
    if (hold.scheduledStart <= deps.clock.now()) return refuse('outside_availability', { why: 'notice' });
    return plan;
  }
  await refuseConflicts(deps, plan);
  return plan;
}
