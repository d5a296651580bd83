// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface EarningsRequest {
  'consultantId'?: (string);
  'from'?: (string);
  'to'?: (string);
}

export interface EarningsRequest__Output {
  'consultantId': (string);
  'from': (string);
  'to': (string);
}
