// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { DateOverride as _consult_scheduling_v1_DateOverride, DateOverride__Output as _consult_scheduling_v1_DateOverride__Output } from '../../../consult/scheduling/v1/DateOverride.ts';

export interface AddOverrideRequest {
  'consultantId'?: (string);
  'override'?: (_consult_scheduling_v1_DateOverride | null);
}

export interface AddOverrideRequest__Output {
  'consultantId': (string);
  'override': (_consult_scheduling_v1_DateOverride__Output | null);
}
