// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Hours as _consult_scheduling_v1_Hours, Hours__Output as _consult_scheduling_v1_Hours__Output } from '../../../consult/scheduling/v1/Hours.ts';

export interface DateOverride {
  'date'?: (string);
  'hours'?: (_consult_scheduling_v1_Hours)[];
}

export interface DateOverride__Output {
  'date': (string);
  'hours': (_consult_scheduling_v1_Hours__Output)[];
}
