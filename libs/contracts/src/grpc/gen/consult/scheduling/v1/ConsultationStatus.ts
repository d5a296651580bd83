// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { NoShowDispute as _consult_scheduling_v1_NoShowDispute, NoShowDispute__Output as _consult_scheduling_v1_NoShowDispute__Output } from '../../../consult/scheduling/v1/NoShowDispute.ts';

export interface ConsultationStatus {
  'current'?: (string);
  'isActive'?: (boolean);
  'reason'?: (string);
  'noShowBy'?: (string);
  'autoClosed'?: (boolean);
  'disputed'?: (_consult_scheduling_v1_NoShowDispute | null);
  '_reason'?: "reason";
  '_noShowBy'?: "noShowBy";
}

export interface ConsultationStatus__Output {
  'current': (string);
  'isActive': (boolean);
  'reason'?: (string);
  'noShowBy'?: (string);
  'autoClosed': (boolean);
  'disputed': (_consult_scheduling_v1_NoShowDispute__Output | null);
}
