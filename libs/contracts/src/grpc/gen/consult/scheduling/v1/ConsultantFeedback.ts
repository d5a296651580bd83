// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ConsultantFeedback {
  'clientEngagement'?: (string);
  'notes'?: (string);
  'at'?: (string);
}

export interface ConsultantFeedback__Output {
  'clientEngagement': (string);
  'notes': (string);
  'at': (string);
}
