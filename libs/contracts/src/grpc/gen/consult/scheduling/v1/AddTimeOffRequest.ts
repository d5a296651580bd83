// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface AddTimeOffRequest {
  'consultantId'?: (string);
  'from'?: (string);
  'to'?: (string);
  'requestId'?: (string);
}

export interface AddTimeOffRequest__Output {
  'consultantId': (string);
  'from': (string);
  'to': (string);
  'requestId': (string);
}
