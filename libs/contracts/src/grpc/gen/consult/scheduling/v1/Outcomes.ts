// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Metrics as _consult_scheduling_v1_Metrics, Metrics__Output as _consult_scheduling_v1_Metrics__Output } from '../../../consult/scheduling/v1/Metrics.ts';

export interface Outcomes {
  'summary'?: (string);
  'overallStatus'?: (string);
  'metrics'?: (_consult_scheduling_v1_Metrics | null);
  'nextSteps'?: (string)[];
}

export interface Outcomes__Output {
  'summary': (string);
  'overallStatus': (string);
  'metrics': (_consult_scheduling_v1_Metrics__Output | null);
  'nextSteps': (string)[];
}
