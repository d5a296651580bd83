// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Resolution {
  'credit'?: (string);
  'earningPercent'?: (number);
  'reason'?: (string);
  'by'?: (string);
  'at'?: (string);
  '_earningPercent'?: "earningPercent";
  '_by'?: "by";
}

export interface Resolution__Output {
  'credit': (string);
  'earningPercent'?: (number);
  'reason': (string);
  'by'?: (string);
  'at': (string);
}
