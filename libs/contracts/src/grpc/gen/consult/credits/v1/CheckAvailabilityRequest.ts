// Original file: protos/consult/credits/v1/credits.proto


export interface CheckAvailabilityRequest {
  'clientId'?: (string);
  'sessionType'?: (string);
  'durationMinutes'?: (number);
  'scheduledStart'?: (string);
  'useFreeTrial'?: (boolean);
  'bookingId'?: (string);
  'predecessorRevision'?: (number);
  '_useFreeTrial'?: "useFreeTrial";
}

export interface CheckAvailabilityRequest__Output {
  'clientId': (string);
  'sessionType': (string);
  'durationMinutes': (number);
  'scheduledStart': (string);
  'useFreeTrial'?: (boolean);
  'bookingId': (string);
  'predecessorRevision': (number);
}
