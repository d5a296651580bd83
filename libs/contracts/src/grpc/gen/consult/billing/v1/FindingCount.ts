// Original file: protos/consult/billing/v1/billing.proto


export interface FindingCount {
  'kind'?: (string);
  'count'?: (number);
}

export interface FindingCount__Output {
  'kind': (string);
  'count': (number);
}
