// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Deliverable {
  'deliverableId'?: (string);
  'title'?: (string);
  'description'?: (string);
  'fileUrl'?: (string);
  'deliveredDate'?: (string);
  'status'?: (string);
  'dueDate'?: (string);
  'acknowledgedAt'?: (string);
  '_description'?: "description";
  '_fileUrl'?: "fileUrl";
  '_deliveredDate'?: "deliveredDate";
  '_dueDate'?: "dueDate";
  '_acknowledgedAt'?: "acknowledgedAt";
}

export interface Deliverable__Output {
  'deliverableId': (string);
  'title': (string);
  'description'?: (string);
  'fileUrl'?: (string);
  'deliveredDate'?: (string);
  'status': (string);
  'dueDate'?: (string);
  'acknowledgedAt'?: (string);
}
