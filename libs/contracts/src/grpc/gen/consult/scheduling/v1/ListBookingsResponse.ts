// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { BookingState as _consult_scheduling_v1_BookingState, BookingState__Output as _consult_scheduling_v1_BookingState__Output } from '../../../consult/scheduling/v1/BookingState.ts';

export interface ListBookingsResponse {
  'bookings'?: (_consult_scheduling_v1_BookingState)[];
  'nextCursor'?: (string);
}

export interface ListBookingsResponse__Output {
  'bookings': (_consult_scheduling_v1_BookingState__Output)[];
  'nextCursor': (string);
}
