// Original file: protos/consult/catalog/v1/catalog.proto

import type { Package as _consult_catalog_v1_Package, Package__Output as _consult_catalog_v1_Package__Output } from '../../../consult/catalog/v1/Package.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListPackagesResponse {
  'packages'?: (_consult_catalog_v1_Package)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListPackagesResponse__Output {
  'packages': (_consult_catalog_v1_Package__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
