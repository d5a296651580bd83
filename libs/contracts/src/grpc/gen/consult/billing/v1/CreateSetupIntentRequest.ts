// Original file: protos/consult/billing/v1/billing.proto


export interface CreateSetupIntentRequest {
  'requestId'?: (string);
}

export interface CreateSetupIntentRequest__Output {
  'requestId': (string);
}
