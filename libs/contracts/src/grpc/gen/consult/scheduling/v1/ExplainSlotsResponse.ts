// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ExplainedDay as _consult_scheduling_v1_ExplainedDay, ExplainedDay__Output as _consult_scheduling_v1_ExplainedDay__Output } from '../../../consult/scheduling/v1/ExplainedDay.ts';

export interface ExplainSlotsResponse {
  'days'?: (_consult_scheduling_v1_ExplainedDay)[];
  'timezone'?: (string);
}

export interface ExplainSlotsResponse__Output {
  'days': (_consult_scheduling_v1_ExplainedDay__Output)[];
  'timezone': (string);
}
