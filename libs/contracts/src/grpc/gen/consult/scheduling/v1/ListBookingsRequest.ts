// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ListBookingsRequest {
  'since'?: (string);
  'changedBefore'?: (string);
  'cursor'?: (string);
}

export interface ListBookingsRequest__Output {
  'since': (string);
  'changedBefore': (string);
  'cursor': (string);
}
