// Original file: protos/consult/credits/v1/credits.proto


export interface ReserveRequest {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'sessionType'?: (string);
  'durationMinutes'?: (number);
  'scheduledStart'?: (string);
  'useFreeTrial'?: (boolean);
  'deadlineSeconds'?: (number);
  'maximumOpenBookings'?: (number);
  'predecessorRevision'?: (number);
  '_useFreeTrial'?: "useFreeTrial";
}

export interface ReserveRequest__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
  'sessionType': (string);
  'durationMinutes': (number);
  'scheduledStart': (string);
  'useFreeTrial'?: (boolean);
  'deadlineSeconds': (number);
  'maximumOpenBookings': (number);
  'predecessorRevision': (number);
}
