// Original file: protos/consult/credits/v1/credits.proto

import type { BookingCredits as _consult_credits_v1_BookingCredits, BookingCredits__Output as _consult_credits_v1_BookingCredits__Output } from '../../../consult/credits/v1/BookingCredits.ts';

export interface ListOpenHoldsResponse {
  'holds'?: (_consult_credits_v1_BookingCredits)[];
  'nextCursor'?: (string);
}

export interface ListOpenHoldsResponse__Output {
  'holds': (_consult_credits_v1_BookingCredits__Output)[];
  'nextCursor': (string);
}
