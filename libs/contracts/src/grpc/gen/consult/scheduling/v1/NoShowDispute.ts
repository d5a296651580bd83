// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface NoShowDispute {
  'by'?: (string);
  'at'?: (string);
  'reason'?: (string);
}

export interface NoShowDispute__Output {
  'by': (string);
  'at': (string);
  'reason': (string);
}
