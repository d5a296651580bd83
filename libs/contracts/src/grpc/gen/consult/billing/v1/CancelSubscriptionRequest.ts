// Original file: protos/consult/billing/v1/billing.proto


export interface CancelSubscriptionRequest {
  'subscriptionId'?: (string);
  'atPeriodEnd'?: (boolean);
  'requestId'?: (string);
  'reason'?: (string);
}

export interface CancelSubscriptionRequest__Output {
  'subscriptionId': (string);
  'atPeriodEnd': (boolean);
  'requestId': (string);
  'reason': (string);
}
