// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ResolveRequest {
  'consultationId'?: (string);
  'credit'?: (string);
  'earningPercent'?: (number);
  'reason'?: (string);
  'requestId'?: (string);
}

export interface ResolveRequest__Output {
  'consultationId': (string);
  'credit': (string);
  'earningPercent': (number);
  'reason': (string);
  'requestId': (string);
}
