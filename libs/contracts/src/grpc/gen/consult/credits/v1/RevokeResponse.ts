// Original file: protos/consult/credits/v1/credits.proto


export interface RevokeResponse {
  'lotId'?: (string);
  'credits'?: (number);
}

export interface RevokeResponse__Output {
  'lotId': (string);
  'credits': (number);
}
