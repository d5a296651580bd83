// Original file: protos/consult/billing/v1/billing.proto


export interface TransactionEvent {
  'at'?: (string);
  'from'?: (string);
  'to'?: (string);
  'actor'?: (string);
  'reason'?: (string);
}

export interface TransactionEvent__Output {
  'at': (string);
  'from': (string);
  'to': (string);
  'actor': (string);
  'reason': (string);
}
