// Original file: protos/consult/billing/v1/billing.proto

import type { Transaction as _consult_billing_v1_Transaction, Transaction__Output as _consult_billing_v1_Transaction__Output } from '../../../consult/billing/v1/Transaction.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListTransactionsResponse {
  'transactions'?: (_consult_billing_v1_Transaction)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListTransactionsResponse__Output {
  'transactions': (_consult_billing_v1_Transaction__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
