// Original file: protos/consult/catalog/v1/catalog.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListPackageVersionsRequest {
  'packageId'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
}

export interface ListPackageVersionsRequest__Output {
  'packageId': (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
