// Original file: protos/consult/billing/v1/billing.proto


export interface PaymentIntent {
  'clientSecret'?: (string);
  'transactionId'?: (string);
  'status'?: (string);
  'publishableKey'?: (string);
  'subscriptionId'?: (string);
  '_subscriptionId'?: "subscriptionId";
}

export interface PaymentIntent__Output {
  'clientSecret': (string);
  'transactionId': (string);
  'status': (string);
  'publishableKey': (string);
  'subscriptionId'?: (string);
}
