// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface PreviousNextSteps {
  'consultationId'?: (string);
  'completedAt'?: (string);
  'nextSteps'?: (string)[];
}

export interface PreviousNextSteps__Output {
  'consultationId': (string);
  'completedAt': (string);
  'nextSteps': (string)[];
}
