// Original file: protos/consult/identity/v1/identity.proto

import type { Policies as _consult_identity_v1_Policies, Policies__Output as _consult_identity_v1_Policies__Output } from '../../../consult/identity/v1/Policies.ts';

export interface UpdateTenantRequest {
  'version'?: (number);
  'name'?: (string);
  'timezone'?: (string);
  'policies'?: (_consult_identity_v1_Policies | null);
  '_name'?: "name";
  '_timezone'?: "timezone";
}

export interface UpdateTenantRequest__Output {
  'version': (number);
  'name'?: (string);
  'timezone'?: (string);
  'policies': (_consult_identity_v1_Policies__Output | null);
}
