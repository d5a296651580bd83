// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface BookingState {
  'bookingId'?: (string);
  'consultationId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'method'?: (string);
  'credits'?: (number);
  'state'?: (string);
}

export interface BookingState__Output {
  'bookingId': (string);
  'consultationId': (string);
  'revision': (number);
  'clientId': (string);
  'method': (string);
  'credits': (number);
  'state': (string);
}
