// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface MoveRequest {
  'consultationId'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
  'quoteId'?: (string);
  '_quoteId'?: "quoteId";
}

export interface MoveRequest__Output {
  'consultationId': (string);
  'reason': (string);
  'requestId': (string);
  'quoteId'?: (string);
}
