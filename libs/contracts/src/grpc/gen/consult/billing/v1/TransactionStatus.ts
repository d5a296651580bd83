// Original file: protos/consult/billing/v1/billing.proto


export interface TransactionStatus {
  'current'?: (string);
}

export interface TransactionStatus__Output {
  'current': (string);
}
