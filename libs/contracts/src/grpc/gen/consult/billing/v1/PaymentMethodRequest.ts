// Original file: protos/consult/billing/v1/billing.proto


export interface PaymentMethodRequest {
  'paymentMethodId'?: (string);
}

export interface PaymentMethodRequest__Output {
  'paymentMethodId': (string);
}
