// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ScheduledDuration {
  'scheduled'?: (number);
  'actual'?: (number);
  '_actual'?: "actual";
}

export interface ScheduledDuration__Output {
  'scheduled': (number);
  'actual'?: (number);
}
