// Original file: protos/consult/credits/v1/credits.proto


export interface ListOpenHoldsRequest {
  'cursor'?: (string);
  'deadlineBefore'?: (string);
}

export interface ListOpenHoldsRequest__Output {
  'cursor': (string);
  'deadlineBefore': (string);
}
