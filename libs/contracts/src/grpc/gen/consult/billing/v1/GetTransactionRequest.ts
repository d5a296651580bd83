// Original file: protos/consult/billing/v1/billing.proto


export interface GetTransactionRequest {
  'transactionId'?: (string);
}

export interface GetTransactionRequest__Output {
  'transactionId': (string);
}
