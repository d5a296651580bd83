// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Deliverable {
  'deliverableId'?: (string);
  'title'?: (string);
  'description'?: (string);
  'fileUrl'?: (string);
  'deliveredDate'?: (string);
  'status'?: (string);
  '_description'?: "description";
}

export interface Deliverable__Output {
  'deliverableId': (string);
  'title': (string);
  'description'?: (string);
  'fileUrl': (string);
  'deliveredDate': (string);
  'status': (string);
}
