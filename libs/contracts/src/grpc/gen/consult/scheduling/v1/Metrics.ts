// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Metrics {
  'goalsAchieved'?: (number);
  'issuesResolved'?: (number);
}

export interface Metrics__Output {
  'goalsAchieved': (number);
  'issuesResolved': (number);
}
