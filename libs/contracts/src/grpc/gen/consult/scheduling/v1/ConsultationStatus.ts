// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ConsultationStatus {
  'current'?: (string);
  'isActive'?: (boolean);
  'reason'?: (string);
  'noShowBy'?: (string);
  'autoClosed'?: (boolean);
  '_reason'?: "reason";
  '_noShowBy'?: "noShowBy";
}

export interface ConsultationStatus__Output {
  'current': (string);
  'isActive': (boolean);
  'reason'?: (string);
  'noShowBy'?: (string);
  'autoClosed': (boolean);
}
