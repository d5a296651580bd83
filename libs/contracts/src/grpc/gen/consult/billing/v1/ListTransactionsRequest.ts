// Original file: protos/consult/billing/v1/billing.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListTransactionsRequest {
  'clientId'?: (string);
  'status'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  'packageId'?: (string);
  'from'?: (string);
  'to'?: (string);
  '_clientId'?: "clientId";
  '_status'?: "status";
  '_packageId'?: "packageId";
  '_from'?: "from";
  '_to'?: "to";
}

export interface ListTransactionsRequest__Output {
  'clientId'?: (string);
  'status'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
  'packageId'?: (string);
  'from'?: (string);
  'to'?: (string);
}
