// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface FindSlotsRequest {
  'consultantId'?: (string);
  'from'?: (string);
  'to'?: (string);
  'duration'?: (number);
  'type'?: (string);
  'timezone'?: (string);
  '_type'?: "type";
}

export interface FindSlotsRequest__Output {
  'consultantId': (string);
  'from': (string);
  'to': (string);
  'duration': (number);
  'type'?: (string);
  'timezone': (string);
}
