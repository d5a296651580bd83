// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { QuotedOffer as _consult_scheduling_v1_QuotedOffer, QuotedOffer__Output as _consult_scheduling_v1_QuotedOffer__Output } from '../../../consult/scheduling/v1/QuotedOffer.ts';

export interface BookingQuote {
  'method'?: (string);
  'lotId'?: (string);
  'credits'?: (number);
  'availableAfter'?: (number);
  'offers'?: (_consult_scheduling_v1_QuotedOffer)[];
  'durationMinutes'?: (number);
  'scheduledStart'?: (string);
  'scheduledEnd'?: (string);
  'slotFree'?: (boolean);
  'rule'?: (string);
  'policyVersion'?: (number);
  'quoteId'?: (string);
  'validUntil'?: (string);
}

export interface BookingQuote__Output {
  'method': (string);
  'lotId': (string);
  'credits': (number);
  'availableAfter': (number);
  'offers': (_consult_scheduling_v1_QuotedOffer__Output)[];
  'durationMinutes': (number);
  'scheduledStart': (string);
  'scheduledEnd': (string);
  'slotFree': (boolean);
  'rule': (string);
  'policyVersion': (number);
  'quoteId': (string);
  'validUntil': (string);
}
