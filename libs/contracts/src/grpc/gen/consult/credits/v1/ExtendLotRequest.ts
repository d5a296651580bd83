// Original file: protos/consult/credits/v1/credits.proto


export interface ExtendLotRequest {
  'commandId'?: (string);
  'clientId'?: (string);
  'lotId'?: (string);
  'expiresAt'?: (string);
  'reason'?: (string);
}

export interface ExtendLotRequest__Output {
  'commandId': (string);
  'clientId': (string);
  'lotId': (string);
  'expiresAt': (string);
  'reason': (string);
}
