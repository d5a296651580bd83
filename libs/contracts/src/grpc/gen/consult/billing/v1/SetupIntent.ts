// Original file: protos/consult/billing/v1/billing.proto


export interface SetupIntent {
  'clientSecret'?: (string);
  'publishableKey'?: (string);
}

export interface SetupIntent__Output {
  'clientSecret': (string);
  'publishableKey': (string);
}
