// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface TimeOff {
  'timeOffId'?: (string);
  'from'?: (string);
  'to'?: (string);
}

export interface TimeOff__Output {
  'timeOffId': (string);
  'from': (string);
  'to': (string);
}
