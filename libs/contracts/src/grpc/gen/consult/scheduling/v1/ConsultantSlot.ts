// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ConsultantName as _consult_scheduling_v1_ConsultantName, ConsultantName__Output as _consult_scheduling_v1_ConsultantName__Output } from '../../../consult/scheduling/v1/ConsultantName.ts';

export interface ConsultantSlot {
  'start'?: (string);
  'end'?: (string);
  'offsetMinutes'?: (number);
  'consultant'?: (_consult_scheduling_v1_ConsultantName | null);
}

export interface ConsultantSlot__Output {
  'start': (string);
  'end': (string);
  'offsetMinutes': (number);
  'consultant': (_consult_scheduling_v1_ConsultantName__Output | null);
}
