// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface MoveRequest {
  'consultationId'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
}

export interface MoveRequest__Output {
  'consultationId': (string);
  'reason': (string);
  'requestId': (string);
}
