// Original file: protos/consult/credits/v1/credits.proto

import type { BookingCredits as _consult_credits_v1_BookingCredits, BookingCredits__Output as _consult_credits_v1_BookingCredits__Output } from '../../../consult/credits/v1/BookingCredits.ts';

export interface GetBookingStatesResponse {
  'bookings'?: (_consult_credits_v1_BookingCredits)[];
}

export interface GetBookingStatesResponse__Output {
  'bookings': (_consult_credits_v1_BookingCredits__Output)[];
}
