// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface UpdateConsultantRequest {
  'consultantId'?: (string);
  'version'?: (number);
  'patchJson'?: (string);
}

export interface UpdateConsultantRequest__Output {
  'consultantId': (string);
  'version': (number);
  'patchJson': (string);
}
