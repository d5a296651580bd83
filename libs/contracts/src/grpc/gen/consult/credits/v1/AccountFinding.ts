// Original file: protos/consult/credits/v1/credits.proto

import type { Difference as _consult_credits_v1_Difference, Difference__Output as _consult_credits_v1_Difference__Output } from '../../../consult/credits/v1/Difference.ts';

export interface AccountFinding {
  'tenantId'?: (string);
  'clientId'?: (string);
  'accountId'?: (string);
  'differences'?: (_consult_credits_v1_Difference)[];
  'repaired'?: (boolean);
}

export interface AccountFinding__Output {
  'tenantId': (string);
  'clientId': (string);
  'accountId': (string);
  'differences': (_consult_credits_v1_Difference__Output)[];
  'repaired': (boolean);
}
