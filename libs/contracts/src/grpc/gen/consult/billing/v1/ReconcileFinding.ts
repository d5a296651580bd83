// Original file: protos/consult/billing/v1/billing.proto


export interface ReconcileFinding {
  'tenantId'?: (string);
  'kind'?: (string);
  'subject'?: (string);
  'detail'?: (string);
  'proposal'?: (string);
  'applied'?: (boolean);
  'open'?: (boolean);
}

export interface ReconcileFinding__Output {
  'tenantId': (string);
  'kind': (string);
  'subject': (string);
  'detail': (string);
  'proposal': (string);
  'applied': (boolean);
  'open': (boolean);
}
