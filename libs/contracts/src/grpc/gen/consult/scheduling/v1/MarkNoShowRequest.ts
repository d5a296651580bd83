// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface MarkNoShowRequest {
  'consultationId'?: (string);
  'who'?: (string);
  'reason'?: (string);
  'requestId'?: (string);
}

export interface MarkNoShowRequest__Output {
  'consultationId': (string);
  'who': (string);
  'reason': (string);
  'requestId': (string);
}
