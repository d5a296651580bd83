// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Limit as _consult_scheduling_v1_Limit, Limit__Output as _consult_scheduling_v1_Limit__Output } from '../../../consult/scheduling/v1/Limit.ts';

export interface Limits {
  'perDay'?: (_consult_scheduling_v1_Limit | null);
  'perWeek'?: (_consult_scheduling_v1_Limit | null);
  'perMonth'?: (_consult_scheduling_v1_Limit | null);
}

export interface Limits__Output {
  'perDay': (_consult_scheduling_v1_Limit__Output | null);
  'perWeek': (_consult_scheduling_v1_Limit__Output | null);
  'perMonth': (_consult_scheduling_v1_Limit__Output | null);
}
