// Original file: protos/consult/billing/v1/billing.proto


export interface ReconcileRequest {
  'tenantId'?: (string);
  'since'?: (string);
  'cursor'?: (string);
  'apply'?: (boolean);
  'settledSeconds'?: (number);
}

export interface ReconcileRequest__Output {
  'tenantId': (string);
  'since': (string);
  'cursor': (string);
  'apply': (boolean);
  'settledSeconds': (number);
}
