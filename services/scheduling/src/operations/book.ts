import type { Caller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import { derivedId, newId } from '@consult/runtime/ids';
import type { Booking } from '../domain/booking.ts';
import type { Consultation } from '../domain/consultation.ts';
import { findBooking } from '../store/consultations.ts';
import { bookHeld } from './book-held.ts';
import { bookingClient, planBooking } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import { FIRST_REVISION, placeBooking } from './place-booking.ts';
import { checkBookingQuote } from './quote-booking.ts';
import { refuseConflicts } from './refuse-conflicts.ts';

/** A retry whose id was fenced goes on under the next derived id; more than this many fences in a row is a fault elsewhere. */
const BOOKING_ATTEMPTS = 5;

/**
 * Books a session, all or nothing: a credit is reserved under the booking's id, then one insert is the conflict check and the
 * record. Whoever dies in between leaves a reservation that credits settles by asking `fence`.
 * The same request again answers the same consultation.
 * Refusals: forbidden, not_found, rule_refused, duration_not_allowed, outside_availability, slot_taken (+ nearestSlots),
 * already_booked (+ consultationId), conflict (+ holdId: the client holds that time), credits_required (+ why), quote_changed,
 * idempotency_key_reused, dependency_unavailable.
 */
export async function book(deps: Deps, caller: Caller, booking: Booking): Promise<Consultation> {
  const { requestId, holdId } = booking;
  if (holdId !== undefined) return bookHeld(deps, caller, { ...booking, holdId });
  const clientId = bookingClient(caller, booking);
  let next = await nextBookingId(deps, caller, { clientId, requestId, attempt: 1 });
  for (;;) {
    if ('booked' in next) return sameBooking(next.booked, booking);
    const { bookingId, attempt } = next;
    const outcome = await tryBooking(deps, caller, { booking, clientId, bookingId });
    if (outcome !== 'fenced') return outcome;
    next = await nextBookingId(deps, caller, { clientId, requestId, attempt: attempt + 1 });
  }
}

async function tryBooking(
  deps: Deps,
  caller: Caller,
  input: { booking: Booking; clientId: string; bookingId: string },
): Promise<Consultation | 'fenced'> {
  const { booking, clientId, bookingId } = input;
  try {
    const plan = await planBooking(deps, caller, booking, clientId, { own: { bookingId, revision: FIRST_REVISION } });
    await refuseConflicts(deps, plan);
    if (booking.quoteId !== undefined) await checkBookingQuote(deps, caller, plan, booking.quoteId);
    return await placeBooking(deps, caller, plan, bookingId);
  } catch (error) {
    if (!isAppError(error) || booking.requestId === '') throw error;
    // The same request may have arrived twice at once: what stood in the way is then its own booking, and the answer to both.
    const twin = await findBooking(deps.consultations, { tenantId: caller.tenantId, bookingId });
    if (twin === undefined || twin === 'tombstone' || 'hold' in twin) throw error;
    return sameBooking(twin, booking);
  }
}

/** One id is for one booking. Refusals: idempotency_key_reused. */
function sameBooking(found: Consultation, { consultantId, scheduledStart, details }: Booking): Consultation {
  const same =
    found.consultantId === consultantId &&
    found.details.type === details.type &&
    found.details.title === details.title &&
    (found.revision > 1 || found.scheduledStart.getTime() === scheduledStart.getTime());
  return same ? found : refuse('idempotency_key_reused');
}

/** The id to book under: the first one derived from the request that no fence holds; or what was booked under it. */
async function nextBookingId(
  deps: Deps,
  caller: Caller,
  key: { clientId: string; requestId: string; attempt: number },
): Promise<{ bookingId: string; attempt: number } | { booked: Consultation }> {
  const { tenantId } = caller;
  for (let attempt = key.attempt; attempt <= BOOKING_ATTEMPTS; attempt += 1) {
    if (key.requestId === '') return { bookingId: newId(), attempt };
    const bookingId = derivedId('booking', tenantId, key.clientId, key.requestId, String(attempt));
    const found = await findBooking(deps.consultations, { tenantId, bookingId });
    if (found === undefined) return { bookingId, attempt };
    if (found !== 'tombstone' && !('hold' in found)) return { booked: found };
  }
  return refuse('conflict', { attempts: BOOKING_ATTEMPTS });
}
