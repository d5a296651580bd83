// Original file: protos/consult/credits/v1/credits.proto

import type { BookingRef as _consult_credits_v1_BookingRef, BookingRef__Output as _consult_credits_v1_BookingRef__Output } from '../../../consult/credits/v1/BookingRef.ts';

export interface GetBookingStatesRequest {
  'bookings'?: (_consult_credits_v1_BookingRef)[];
}

export interface GetBookingStatesRequest__Output {
  'bookings': (_consult_credits_v1_BookingRef__Output)[];
}
