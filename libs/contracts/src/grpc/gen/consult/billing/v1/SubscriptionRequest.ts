// Original file: protos/consult/billing/v1/billing.proto


export interface SubscriptionRequest {
  'subscriptionId'?: (string);
  'requestId'?: (string);
}

export interface SubscriptionRequest__Output {
  'subscriptionId': (string);
  'requestId': (string);
}
