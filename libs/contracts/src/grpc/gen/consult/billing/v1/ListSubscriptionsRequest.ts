// Original file: protos/consult/billing/v1/billing.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListSubscriptionsRequest {
  'page'?: (_consult_common_v1_PageRequest | null);
  'ofTenant'?: (boolean);
  'clientId'?: (string);
  'status'?: (string);
  '_clientId'?: "clientId";
  '_status'?: "status";
}

export interface ListSubscriptionsRequest__Output {
  'page': (_consult_common_v1_PageRequest__Output | null);
  'ofTenant': (boolean);
  'clientId'?: (string);
  'status'?: (string);
}
