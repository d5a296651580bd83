// Original file: protos/consult/billing/v1/billing.proto


export interface QuotePlanChangeRequest {
  'subscriptionId'?: (string);
  'packageId'?: (string);
}

export interface QuotePlanChangeRequest__Output {
  'subscriptionId': (string);
  'packageId': (string);
}
