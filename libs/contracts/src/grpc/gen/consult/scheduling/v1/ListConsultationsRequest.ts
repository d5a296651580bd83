// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListConsultationsRequest {
  'status'?: (string);
  'from'?: (string);
  'to'?: (string);
  'clientId'?: (string);
  'consultantId'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  'disputed'?: (boolean);
  '_status'?: "status";
  '_from'?: "from";
  '_to'?: "to";
  '_clientId'?: "clientId";
  '_consultantId'?: "consultantId";
  '_disputed'?: "disputed";
}

export interface ListConsultationsRequest__Output {
  'status'?: (string);
  'from'?: (string);
  'to'?: (string);
  'clientId'?: (string);
  'consultantId'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
  'disputed'?: (boolean);
}
