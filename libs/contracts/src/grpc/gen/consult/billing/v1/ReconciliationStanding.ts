// Original file: protos/consult/billing/v1/billing.proto


export interface ReconciliationStanding {
  'at'?: (string);
  'open'?: (number);
}

export interface ReconciliationStanding__Output {
  'at': (string);
  'open': (number);
}
