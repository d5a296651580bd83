// Original file: protos/consult/billing/v1/billing.proto


export interface PaymentError {
  'code'?: (string);
  'declineCode'?: (string);
  'message'?: (string);
}

export interface PaymentError__Output {
  'code': (string);
  'declineCode': (string);
  'message': (string);
}
