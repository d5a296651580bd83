// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface FenceRequest {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
}

export interface FenceRequest__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
}
