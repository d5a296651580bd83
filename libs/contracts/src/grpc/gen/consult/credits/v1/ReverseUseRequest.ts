// Original file: protos/consult/credits/v1/credits.proto


export interface ReverseUseRequest {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'reason'?: (string);
}

export interface ReverseUseRequest__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
  'reason': (string);
}
