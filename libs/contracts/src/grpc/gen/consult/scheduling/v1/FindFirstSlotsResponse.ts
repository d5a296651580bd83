// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ConsultantSlot as _consult_scheduling_v1_ConsultantSlot, ConsultantSlot__Output as _consult_scheduling_v1_ConsultantSlot__Output } from '../../../consult/scheduling/v1/ConsultantSlot.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface FindFirstSlotsResponse {
  'slots'?: (_consult_scheduling_v1_ConsultantSlot)[];
  'page'?: (_consult_common_v1_PageInfo | null);
  'consultants'?: (number);
  'moreConsultants'?: (boolean);
}

export interface FindFirstSlotsResponse__Output {
  'slots': (_consult_scheduling_v1_ConsultantSlot__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
  'consultants': (number);
  'moreConsultants': (boolean);
}
