// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface GetCalendarRequest {
  'token'?: (string);
}

export interface GetCalendarRequest__Output {
  'token': (string);
}
