// Original file: protos/consult/billing/v1/billing.proto

import type { PaymentMethod as _consult_billing_v1_PaymentMethod, PaymentMethod__Output as _consult_billing_v1_PaymentMethod__Output } from '../../../consult/billing/v1/PaymentMethod.ts';

export interface ListPaymentMethodsResponse {
  'paymentMethods'?: (_consult_billing_v1_PaymentMethod)[];
}

export interface ListPaymentMethodsResponse__Output {
  'paymentMethods': (_consult_billing_v1_PaymentMethod__Output)[];
}
