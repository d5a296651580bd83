import type { Caller } from '@consult/runtime/caller';
import type { Booking } from '../domain/booking.ts';
import type { Consultation } from '../domain/consultation.ts';
import { bookingClient } from './booking-plan.ts';
import { convertHold } from './convert-hold.ts';
import type { Deps } from './deps.ts';
import { refuseOther } from './plan-held.ts';

/** Books what a client holds; what else the caller states must be what is held. Refusals: rule_refused, and those of `convertHold`. */
export async function bookHeld(
  deps: Deps,
  caller: Caller,
  booking: Booking & { holdId: string },
): Promise<Consultation> {
  const { holdId, quoteId } = booking;
  const clientId = bookingClient(caller, booking);
  return convertHold(deps, caller, { holdId, clientId, quoteId, check: (found) => refuseOther(found, booking) });
}
