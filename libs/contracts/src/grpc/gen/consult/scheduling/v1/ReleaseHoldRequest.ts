// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ReleaseHoldRequest {
  'holdId'?: (string);
}

export interface ReleaseHoldRequest__Output {
  'holdId': (string);
}
