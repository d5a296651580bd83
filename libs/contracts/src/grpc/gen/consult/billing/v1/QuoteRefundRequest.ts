// Original file: protos/consult/billing/v1/billing.proto


export interface QuoteRefundRequest {
  'transactionId'?: (string);
}

export interface QuoteRefundRequest__Output {
  'transactionId': (string);
}
