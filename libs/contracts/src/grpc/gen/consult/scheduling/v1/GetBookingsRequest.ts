// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface GetBookingsRequest {
  'bookingIds'?: (string)[];
}

export interface GetBookingsRequest__Output {
  'bookingIds': (string)[];
}
