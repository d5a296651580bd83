// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ClientFeedbackRequest {
  'consultationId'?: (string);
  'rating'?: (number);
  'comments'?: (string);
}

export interface ClientFeedbackRequest__Output {
  'consultationId': (string);
  'rating': (number);
  'comments': (string);
}
