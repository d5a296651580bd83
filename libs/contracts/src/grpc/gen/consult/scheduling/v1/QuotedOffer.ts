// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface QuotedOffer {
  'lotId'?: (string);
  'packageName'?: (string);
  'credits'?: (number);
  'remainingAfter'?: (number);
  'expiryDate'?: (string);
}

export interface QuotedOffer__Output {
  'lotId': (string);
  'packageName': (string);
  'credits': (number);
  'remainingAfter': (number);
  'expiryDate': (string);
}
