// Original file: protos/consult/credits/v1/credits.proto


export interface AdjustRequest {
  'commandId'?: (string);
  'clientId'?: (string);
  'lotId'?: (string);
  'credits'?: (number);
  'reason'?: (string);
}

export interface AdjustRequest__Output {
  'commandId': (string);
  'clientId': (string);
  'lotId': (string);
  'credits': (number);
  'reason': (string);
}
