// Original file: protos/consult/billing/v1/billing.proto


export interface PaymentMethod {
  'paymentMethodId'?: (string);
  'brand'?: (string);
  'last4'?: (string);
  'expMonth'?: (number);
  'expYear'?: (number);
  'isDefault'?: (boolean);
}

export interface PaymentMethod__Output {
  'paymentMethodId': (string);
  'brand': (string);
  'last4': (string);
  'expMonth': (number);
  'expYear': (number);
  'isDefault': (boolean);
}
