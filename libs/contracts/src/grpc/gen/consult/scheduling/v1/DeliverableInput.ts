// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface DeliverableInput {
  'title'?: (string);
  'description'?: (string);
  'fileUrl'?: (string);
  '_description'?: "description";
}

export interface DeliverableInput__Output {
  'title': (string);
  'description'?: (string);
  'fileUrl': (string);
}
