// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface AddDeliverableRequest {
  'consultationId'?: (string);
  'title'?: (string);
  'description'?: (string);
  'fileUrl'?: (string);
  'dueDate'?: (string);
  'requestId'?: (string);
  '_description'?: "description";
  '_fileUrl'?: "fileUrl";
  '_dueDate'?: "dueDate";
}

export interface AddDeliverableRequest__Output {
  'consultationId': (string);
  'title': (string);
  'description'?: (string);
  'fileUrl'?: (string);
  'dueDate'?: (string);
  'requestId': (string);
}
