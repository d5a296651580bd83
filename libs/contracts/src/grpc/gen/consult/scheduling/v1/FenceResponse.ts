// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface FenceResponse {
  'state'?: (string);
  'revision'?: (number);
}

export interface FenceResponse__Output {
  'state': (string);
  'revision': (number);
}
