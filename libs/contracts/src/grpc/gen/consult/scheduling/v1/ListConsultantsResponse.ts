// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Consultant as _consult_scheduling_v1_Consultant, Consultant__Output as _consult_scheduling_v1_Consultant__Output } from '../../../consult/scheduling/v1/Consultant.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListConsultantsResponse {
  'consultants'?: (_consult_scheduling_v1_Consultant)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListConsultantsResponse__Output {
  'consultants': (_consult_scheduling_v1_Consultant__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
