// Original file: protos/consult/catalog/v1/catalog.proto


export interface SubscriptionTerms {
  'recurring'?: (boolean);
  'interval'?: (string);
}

export interface SubscriptionTerms__Output {
  'recurring': (boolean);
  'interval': (string);
}
