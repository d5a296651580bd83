// Original file: protos/consult/credits/v1/credits.proto

import type { AccountFinding as _consult_credits_v1_AccountFinding, AccountFinding__Output as _consult_credits_v1_AccountFinding__Output } from '../../../consult/credits/v1/AccountFinding.ts';

export interface VerifyAccountsResponse {
  'accounts'?: (number);
  'findings'?: (_consult_credits_v1_AccountFinding)[];
  'nextCursor'?: (string);
}

export interface VerifyAccountsResponse__Output {
  'accounts': (number);
  'findings': (_consult_credits_v1_AccountFinding__Output)[];
  'nextCursor': (string);
}
