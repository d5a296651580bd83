// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface FindSlotsResponse {
  'startMinutes'?: (number)[];
  'offsetMinutes'?: (number)[];
  'durationMinutes'?: (number);
}

export interface FindSlotsResponse__Output {
  'startMinutes': (number)[];
  'offsetMinutes': (number)[];
  'durationMinutes': (number);
}
