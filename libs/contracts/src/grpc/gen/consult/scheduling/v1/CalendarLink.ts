// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface CalendarLink {
  'token'?: (string);
}

export interface CalendarLink__Output {
  'token': (string);
}
