// Original file: protos/consult/credits/v1/credits.proto


export interface GrantByHandRequest {
  'commandId'?: (string);
  'clientId'?: (string);
  'credits'?: (number);
  'reason'?: (string);
  'expiresAt'?: (string);
  '_expiresAt'?: "expiresAt";
}

export interface GrantByHandRequest__Output {
  'commandId': (string);
  'clientId': (string);
  'credits': (number);
  'reason': (string);
  'expiresAt'?: (string);
}
