// Original file: protos/consult/credits/v1/credits.proto


export interface VoidLotRequest {
  'commandId'?: (string);
  'clientId'?: (string);
  'lotId'?: (string);
  'reason'?: (string);
}

export interface VoidLotRequest__Output {
  'commandId': (string);
  'clientId': (string);
  'lotId': (string);
  'reason': (string);
}
