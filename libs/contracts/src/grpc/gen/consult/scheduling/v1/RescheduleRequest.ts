// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface RescheduleRequest {
  'consultationId'?: (string);
  'scheduledStart'?: (string);
  'scheduledEnd'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
  'quoteId'?: (string);
  '_quoteId'?: "quoteId";
}

export interface RescheduleRequest__Output {
  'consultationId': (string);
  'scheduledStart': (string);
  'scheduledEnd': (string);
  'reason': (string);
  'requestId': (string);
  'quoteId'?: (string);
}
