// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { MonthEarnings as _consult_scheduling_v1_MonthEarnings, MonthEarnings__Output as _consult_scheduling_v1_MonthEarnings__Output } from '../../../consult/scheduling/v1/MonthEarnings.ts';

export interface EarningsSummary {
  'timezone'?: (string);
  'months'?: (_consult_scheduling_v1_MonthEarnings)[];
}

export interface EarningsSummary__Output {
  'timezone': (string);
  'months': (_consult_scheduling_v1_MonthEarnings__Output)[];
}
