// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Consultation as _consult_scheduling_v1_Consultation, Consultation__Output as _consult_scheduling_v1_Consultation__Output } from '../../../consult/scheduling/v1/Consultation.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListConsultationsResponse {
  'consultations'?: (_consult_scheduling_v1_Consultation)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListConsultationsResponse__Output {
  'consultations': (_consult_scheduling_v1_Consultation__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
