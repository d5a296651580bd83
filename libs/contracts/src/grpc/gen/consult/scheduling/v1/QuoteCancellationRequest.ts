// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface QuoteCancellationRequest {
  'consultationId'?: (string);
}

export interface QuoteCancellationRequest__Output {
  'consultationId': (string);
}
