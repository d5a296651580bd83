// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface MetricsRequest {
  'consultantId'?: (string);
  'from'?: (string);
  'to'?: (string);
}

export interface MetricsRequest__Output {
  'consultantId': (string);
  'from': (string);
  'to': (string);
}
