// Original file: protos/consult/billing/v1/billing.proto


export interface TransactionStripe {
  'paymentIntentId'?: (string);
  'chargeId'?: (string);
  'invoiceId'?: (string);
  'subscriptionId'?: (string);
  '_paymentIntentId'?: "paymentIntentId";
  '_chargeId'?: "chargeId";
  '_invoiceId'?: "invoiceId";
  '_subscriptionId'?: "subscriptionId";
}

export interface TransactionStripe__Output {
  'paymentIntentId'?: (string);
  'chargeId'?: (string);
  'invoiceId'?: (string);
  'subscriptionId'?: (string);
}
