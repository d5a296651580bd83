// Original file: protos/consult/credits/v1/credits.proto


export interface Movement {
  'movementId'?: (string);
  'kind'?: (string);
  'lotId'?: (string);
  'credits'?: (number);
  'at'?: (string);
  'cause'?: (string);
  'bookingId'?: (string);
  'transactionId'?: (string);
  'actor'?: (string);
  'reason'?: (string);
  'until'?: (string);
  '_until'?: "until";
}

export interface Movement__Output {
  'movementId': (string);
  'kind': (string);
  'lotId': (string);
  'credits': (number);
  'at': (string);
  'cause': (string);
  'bookingId': (string);
  'transactionId': (string);
  'actor': (string);
  'reason': (string);
  'until'?: (string);
}
