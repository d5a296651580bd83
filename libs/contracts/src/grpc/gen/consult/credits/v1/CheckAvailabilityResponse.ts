// Original file: protos/consult/credits/v1/credits.proto


export interface CheckAvailabilityResponse {
  'payable'?: (boolean);
  'method'?: (string);
  'lotId'?: (string);
  'credits'?: (number);
  'durationMinutes'?: (number);
  'availableAfter'?: (number);
  'why'?: (string)[];
  'balance'?: (number);
}

export interface CheckAvailabilityResponse__Output {
  'payable': (boolean);
  'method': (string);
  'lotId': (string);
  'credits': (number);
  'durationMinutes': (number);
  'availableAfter': (number);
  'why': (string)[];
  'balance': (number);
}
