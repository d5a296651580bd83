// Original file: protos/consult/credits/v1/credits.proto


export interface Offer {
  'lotId'?: (string);
  'packageName'?: (string);
  'credits'?: (number);
  'remainingAfter'?: (number);
  'expiryDate'?: (string);
}

export interface Offer__Output {
  'lotId': (string);
  'packageName': (string);
  'credits': (number);
  'remainingAfter': (number);
  'expiryDate': (string);
}
