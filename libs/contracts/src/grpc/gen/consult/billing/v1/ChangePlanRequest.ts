// Original file: protos/consult/billing/v1/billing.proto


export interface ChangePlanRequest {
  'subscriptionId'?: (string);
  'packageId'?: (string);
  'quoteId'?: (string);
  'requestId'?: (string);
}

export interface ChangePlanRequest__Output {
  'subscriptionId': (string);
  'packageId': (string);
  'quoteId': (string);
  'requestId': (string);
}
