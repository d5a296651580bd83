// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface RemoveOverrideRequest {
  'consultantId'?: (string);
  'date'?: (string);
}

export interface RemoveOverrideRequest__Output {
  'consultantId': (string);
  'date': (string);
}
