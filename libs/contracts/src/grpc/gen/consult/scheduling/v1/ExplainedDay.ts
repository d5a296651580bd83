// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Removal as _consult_scheduling_v1_Removal, Removal__Output as _consult_scheduling_v1_Removal__Output } from '../../../consult/scheduling/v1/Removal.ts';

export interface ExplainedDay {
  'date'?: (string);
  'hours'?: (string);
  'candidates'?: (number);
  'left'?: (number);
  'removed'?: (_consult_scheduling_v1_Removal)[];
}

export interface ExplainedDay__Output {
  'date': (string);
  'hours': (string);
  'candidates': (number);
  'left': (number);
  'removed': (_consult_scheduling_v1_Removal__Output)[];
}
