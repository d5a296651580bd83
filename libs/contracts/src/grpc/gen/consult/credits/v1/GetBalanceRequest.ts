// Original file: protos/consult/credits/v1/credits.proto


export interface GetBalanceRequest {
  'clientId'?: (string);
  'withArchived'?: (boolean);
}

export interface GetBalanceRequest__Output {
  'clientId': (string);
  'withArchived': (boolean);
}
