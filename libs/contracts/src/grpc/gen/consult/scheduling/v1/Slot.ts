// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Slot {
  'start'?: (string);
  'end'?: (string);
  'offsetMinutes'?: (number);
}

export interface Slot__Output {
  'start': (string);
  'end': (string);
  'offsetMinutes': (number);
}
