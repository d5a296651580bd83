// Original file: protos/consult/billing/v1/billing.proto


export interface ReconcileRequest {
  'tenantId'?: (string);
  'since'?: (string);
  'cursor'?: (string);
  'apply'?: (boolean);
}

export interface ReconcileRequest__Output {
  'tenantId': (string);
  'since': (string);
  'cursor': (string);
  'apply': (boolean);
}
