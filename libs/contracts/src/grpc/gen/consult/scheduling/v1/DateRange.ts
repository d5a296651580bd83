// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface DateRange {
  'from'?: (string);
  'to'?: (string);
}

export interface DateRange__Output {
  'from': (string);
  'to': (string);
}
