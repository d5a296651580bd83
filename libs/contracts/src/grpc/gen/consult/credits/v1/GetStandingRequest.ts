// Original file: protos/consult/credits/v1/credits.proto


export interface GetStandingRequest {
  'clientId'?: (string);
}

export interface GetStandingRequest__Output {
  'clientId': (string);
}
