// Original file: protos/consult/catalog/v1/catalog.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListActivePackagesRequest {
  'featured'?: (boolean);
  'category'?: (string);
  'type'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  'currency'?: (string);
  '_featured'?: "featured";
  '_category'?: "category";
  '_type'?: "type";
  '_currency'?: "currency";
}

export interface ListActivePackagesRequest__Output {
  'featured'?: (boolean);
  'category'?: (string);
  'type'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
  'currency'?: (string);
}
