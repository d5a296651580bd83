// Original file: protos/consult/credits/v1/credits.proto

import type { Offer as _consult_credits_v1_Offer, Offer__Output as _consult_credits_v1_Offer__Output } from '../../../consult/credits/v1/Offer.ts';

export interface CheckAvailabilityResponse {
  'payable'?: (boolean);
  'method'?: (string);
  'lotId'?: (string);
  'credits'?: (number);
  'durationMinutes'?: (number);
  'availableAfter'?: (number);
  'why'?: (string)[];
  'balance'?: (number);
  'offers'?: (_consult_credits_v1_Offer)[];
}

export interface CheckAvailabilityResponse__Output {
  'payable': (boolean);
  'method': (string);
  'lotId': (string);
  'credits': (number);
  'durationMinutes': (number);
  'availableAfter': (number);
  'why': (string)[];
  'balance': (number);
  'offers': (_consult_credits_v1_Offer__Output)[];
}
