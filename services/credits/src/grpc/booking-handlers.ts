import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import { getBookingStates, listOpenHolds, settleBooking } from '../operations/booking-states.ts';
import type { Deps } from '../operations/deps.ts';
import { BookingRefRequest, GetBookingStatesRequest, instantOf, ListOpenHoldsRequest } from './requests.ts';

/** Bookings as the books see them: where their credits are. */
export function bookingHandlers(
  deps: Deps,
): Pick<Handlers<'credits'>, 'getBookingStates' | 'listOpenHolds' | 'settleBooking'> {
  return {
    async getBookingStates(caller, request) {
      const { bookings } = parse(GetBookingStatesRequest, request);
      return { bookings: await getBookingStates(deps, caller, bookings) };
    },
    listOpenHolds(caller, request) {
      const { cursor, deadlineBefore } = parse(ListOpenHoldsRequest, request);
      return listOpenHolds(deps, caller, { cursor, deadlineBefore: instantOf(deadlineBefore, '/deadlineBefore') });
    },
    settleBooking: (caller, request) => settleBooking(deps, caller, parse(BookingRefRequest, request)),
  };
}
