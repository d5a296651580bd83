// Original file: protos/consult/catalog/v1/catalog.proto

import type { Package as _consult_catalog_v1_Package, Package__Output as _consult_catalog_v1_Package__Output } from '../../../consult/catalog/v1/Package.ts';

export interface PackageVersion {
  'version'?: (number);
  'package'?: (_consult_catalog_v1_Package | null);
  'changedBy'?: (string);
  'changedAt'?: (string);
  'change'?: (string);
  'changedPaths'?: (string)[];
}

export interface PackageVersion__Output {
  'version': (number);
  'package': (_consult_catalog_v1_Package__Output | null);
  'changedBy': (string);
  'changedAt': (string);
  'change': (string);
  'changedPaths': (string)[];
}
