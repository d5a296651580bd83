// Original file: protos/consult/credits/v1/credits.proto


export interface ReleaseRequest {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'reason'?: (string);
  'forfeit'?: (boolean);
  'stood'?: (boolean);
}

export interface ReleaseRequest__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
  'reason': (string);
  'forfeit': (boolean);
  'stood': (boolean);
}
