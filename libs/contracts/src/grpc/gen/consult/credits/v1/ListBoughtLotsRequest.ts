// Original file: protos/consult/credits/v1/credits.proto


export interface ListBoughtLotsRequest {
  'cursor'?: (string);
}

export interface ListBoughtLotsRequest__Output {
  'cursor': (string);
}
