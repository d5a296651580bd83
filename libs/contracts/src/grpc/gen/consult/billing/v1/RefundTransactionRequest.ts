// Original file: protos/consult/billing/v1/billing.proto


export interface RefundTransactionRequest {
  'transactionId'?: (string);
  'quoteId'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
}

export interface RefundTransactionRequest__Output {
  'transactionId': (string);
  'quoteId': (string);
  'reason': (string);
  'requestId': (string);
}
