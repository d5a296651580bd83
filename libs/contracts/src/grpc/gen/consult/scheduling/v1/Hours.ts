// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Hours {
  'from'?: (string);
  'to'?: (string);
}

export interface Hours__Output {
  'from': (string);
  'to': (string);
}
