// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface RescheduleQuote {
  'credits'?: (number);
  'creditsDifference'?: (number);
  'method'?: (string);
  'lotId'?: (string);
  'availableAfter'?: (number);
  'reschedulesLeft'?: (number);
  'cutoffAt'?: (string);
  'cutoffPassed'?: (boolean);
  'scheduledStart'?: (string);
  'scheduledEnd'?: (string);
  'rule'?: (string);
  'policyVersion'?: (number);
  'quoteId'?: (string);
  'validUntil'?: (string);
}

export interface RescheduleQuote__Output {
  'credits': (number);
  'creditsDifference': (number);
  'method': (string);
  'lotId': (string);
  'availableAfter': (number);
  'reschedulesLeft': (number);
  'cutoffAt': (string);
  'cutoffPassed': (boolean);
  'scheduledStart': (string);
  'scheduledEnd': (string);
  'rule': (string);
  'policyVersion': (number);
  'quoteId': (string);
  'validUntil': (string);
}
