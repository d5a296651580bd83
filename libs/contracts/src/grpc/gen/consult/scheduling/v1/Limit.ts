// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Limit {
  'count'?: (number);
  'minutes'?: (number);
  '_count'?: "count";
  '_minutes'?: "minutes";
}

export interface Limit__Output {
  'count'?: (number);
  'minutes'?: (number);
}
