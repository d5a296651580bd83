import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';
import { findBooking } from '../store/consultations.ts';
import { type BookingPlan, planBooking } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './busy-times.ts';
import { placeHeld } from './place-held.ts';
import { checkBookingQuote } from './quote-booking.ts';
import { refuseSameSession, refuseUnfree } from './refuse-conflicts.ts';

/** How often a hold may change while it is turned into its booking. */
const CONVERT_ATTEMPTS = 5;

export interface HeldWish {
  holdId: string;
  clientId: string;
  quoteId?: string | undefined;
  /** Refuses a hold that was made for something else. */
  check?: (found: Hold | Consultation) => void;
}

/**
 * Turns a hold into the booking it was made for: a credit is reserved under its id, then one update of the same document at its
 * version makes it a consultation. One that has lapsed is still turned where its time is free. Twice is once.
 * Refusals: not_found (unknown, another's, released or given up), conflict (its credit is being settled), those of a booking.
 */
export async function convertHold(deps: Deps, caller: Caller, wish: HeldWish): Promise<Consultation> {
  const { holdId, clientId, quoteId } = wish;
  const { tenantId } = caller;
  for (let attempt = 1; attempt <= CONVERT_ATTEMPTS; attempt += 1) {
    const found = await findBooking(deps.consultations, { tenantId, bookingId: holdId });
    if (found === undefined || found === 'tombstone' || found.clientId !== clientId)
      return refuse('not_found', { holdId });
    wish.check?.(found);
    if ('status' in found) return found;
    const plan = await planHeld(deps, caller, found);
    if (quoteId !== undefined) await checkBookingQuote(deps, caller, plan, quoteId);
    const placed = await placeHeld(deps, caller, found, plan);
    if (placed !== 'again') return placed;
  }
  return refuse('conflict', { holdId });
}

/** What the client wanted when they held the slot, judged as of now. */
async function planHeld(deps: Deps, caller: Caller, hold: Hold): Promise<BookingPlan & Meeting> {
  const { state, booking } = hold.hold;
  if (state === 'released' || state === 'given_up') return refuse('not_found', { holdId: hold._id });
  const planned = await planBooking(deps, caller, booking, hold.clientId, { bySelf: true });
  const plan = { ...planned, exceptBookingId: hold._id };
  if (state === 'open') {
    // Its time is its own, whoever asks; only the past is not.
    if (hold.scheduledStart <= deps.clock.now()) return refuse('outside_availability', { why: 'notice' });
    return plan;
  }
  await refuseSameSession(deps, plan);
  await refuseUnfree(deps, plan);
  return plan;
}
