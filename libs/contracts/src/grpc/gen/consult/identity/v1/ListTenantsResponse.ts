// Original file: protos/consult/identity/v1/identity.proto

import type { Tenant as _consult_identity_v1_Tenant, Tenant__Output as _consult_identity_v1_Tenant__Output } from '../../../consult/identity/v1/Tenant.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListTenantsResponse {
  'tenants'?: (_consult_identity_v1_Tenant)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListTenantsResponse__Output {
  'tenants': (_consult_identity_v1_Tenant__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
