// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface StatementRequest {
  'consultantId'?: (string);
  'month'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
}

export interface StatementRequest__Output {
  'consultantId': (string);
  'month': (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
