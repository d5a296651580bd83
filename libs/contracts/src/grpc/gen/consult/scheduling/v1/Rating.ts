// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Rating {
  'average'?: (number | string);
  'count'?: (number);
}

export interface Rating__Output {
  'average': (number);
  'count': (number);
}
