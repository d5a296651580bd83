// Original file: protos/consult/credits/v1/credits.proto


export interface GetLotRequest {
  'clientId'?: (string);
  'transactionId'?: (string);
}

export interface GetLotRequest__Output {
  'clientId': (string);
  'transactionId': (string);
}
