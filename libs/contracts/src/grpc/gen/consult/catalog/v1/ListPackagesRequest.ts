// Original file: protos/consult/catalog/v1/catalog.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListPackagesRequest {
  'status'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  '_status'?: "status";
}

export interface ListPackagesRequest__Output {
  'status'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
