// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface GetConsultationRequest {
  'consultationId'?: (string);
}

export interface GetConsultationRequest__Output {
  'consultationId': (string);
}
