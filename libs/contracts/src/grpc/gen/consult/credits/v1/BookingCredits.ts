// Original file: protos/consult/credits/v1/credits.proto


export interface BookingCredits {
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'state'?: (string);
  'credits'?: (number);
}

export interface BookingCredits__Output {
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
  'state': (string);
  'credits': (number);
}
