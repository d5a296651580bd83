// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface RemoveTimeOffRequest {
  'consultantId'?: (string);
  'timeOffId'?: (string);
}

export interface RemoveTimeOffRequest__Output {
  'consultantId': (string);
  'timeOffId': (string);
}
