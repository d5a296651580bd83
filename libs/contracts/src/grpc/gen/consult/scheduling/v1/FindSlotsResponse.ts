// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Slot as _consult_scheduling_v1_Slot, Slot__Output as _consult_scheduling_v1_Slot__Output } from '../../../consult/scheduling/v1/Slot.ts';

export interface FindSlotsResponse {
  'slots'?: (_consult_scheduling_v1_Slot)[];
}

export interface FindSlotsResponse__Output {
  'slots': (_consult_scheduling_v1_Slot__Output)[];
}
