// Original file: protos/consult/credits/v1/credits.proto

import type { Movement as _consult_credits_v1_Movement, Movement__Output as _consult_credits_v1_Movement__Output } from '../../../consult/credits/v1/Movement.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListLedgerResponse {
  'movements'?: (_consult_credits_v1_Movement)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListLedgerResponse__Output {
  'movements': (_consult_credits_v1_Movement__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
