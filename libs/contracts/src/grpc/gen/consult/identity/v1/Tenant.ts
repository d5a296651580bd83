// Original file: protos/consult/identity/v1/identity.proto

import type { Policies as _consult_identity_v1_Policies, Policies__Output as _consult_identity_v1_Policies__Output } from '../../../consult/identity/v1/Policies.ts';

export interface Tenant {
  'tenantId'?: (string);
  'slug'?: (string);
  'name'?: (string);
  'stripeAccountId'?: (string);
  'currency'?: (string);
  'timezone'?: (string);
  'policies'?: (_consult_identity_v1_Policies | null);
  'version'?: (number);
  'createdAt'?: (string);
}

export interface Tenant__Output {
  'tenantId': (string);
  'slug': (string);
  'name': (string);
  'stripeAccountId': (string);
  'currency': (string);
  'timezone': (string);
  'policies': (_consult_identity_v1_Policies__Output | null);
  'version': (number);
  'createdAt': (string);
}
