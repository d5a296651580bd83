// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Calendar {
  'content'?: (string);
}

export interface Calendar__Output {
  'content': (string);
}
