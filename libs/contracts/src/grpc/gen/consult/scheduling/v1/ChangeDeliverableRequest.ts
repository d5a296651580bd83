// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ChangeDeliverableRequest {
  'consultationId'?: (string);
  'deliverableId'?: (string);
  'patchJson'?: (string);
}

export interface ChangeDeliverableRequest__Output {
  'consultationId': (string);
  'deliverableId': (string);
  'patchJson': (string);
}
