// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ConsultantFeedbackRequest {
  'consultationId'?: (string);
  'clientEngagement'?: (string);
  'notes'?: (string);
}

export interface ConsultantFeedbackRequest__Output {
  'consultationId': (string);
  'clientEngagement': (string);
  'notes': (string);
}
