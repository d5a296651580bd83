// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface GetConsultantRequest {
  'consultantId'?: (string);
}

export interface GetConsultantRequest__Output {
  'consultantId': (string);
}
