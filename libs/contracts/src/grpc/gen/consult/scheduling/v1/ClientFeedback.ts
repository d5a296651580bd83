// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ClientFeedback {
  'rating'?: (number);
  'comments'?: (string);
  'at'?: (string);
}

export interface ClientFeedback__Output {
  'rating': (number);
  'comments': (string);
  'at': (string);
}
