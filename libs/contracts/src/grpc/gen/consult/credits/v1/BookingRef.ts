// Original file: protos/consult/credits/v1/credits.proto


export interface BookingRef {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
}

export interface BookingRef__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
}
