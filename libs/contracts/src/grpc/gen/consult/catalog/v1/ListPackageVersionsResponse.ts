// Original file: protos/consult/catalog/v1/catalog.proto

import type { PackageVersion as _consult_catalog_v1_PackageVersion, PackageVersion__Output as _consult_catalog_v1_PackageVersion__Output } from '../../../consult/catalog/v1/PackageVersion.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListPackageVersionsResponse {
  'versions'?: (_consult_catalog_v1_PackageVersion)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListPackageVersionsResponse__Output {
  'versions': (_consult_catalog_v1_PackageVersion__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
