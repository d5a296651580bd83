// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface AcknowledgeDeliverableRequest {
  'consultationId'?: (string);
  'deliverableId'?: (string);
}

export interface AcknowledgeDeliverableRequest__Output {
  'consultationId': (string);
  'deliverableId': (string);
}
