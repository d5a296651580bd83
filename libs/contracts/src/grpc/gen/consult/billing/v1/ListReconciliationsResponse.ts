// Original file: protos/consult/billing/v1/billing.proto

import type { Reconciliation as _consult_billing_v1_Reconciliation, Reconciliation__Output as _consult_billing_v1_Reconciliation__Output } from '../../../consult/billing/v1/Reconciliation.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';
import type { ReconciliationStanding as _consult_billing_v1_ReconciliationStanding, ReconciliationStanding__Output as _consult_billing_v1_ReconciliationStanding__Output } from '../../../consult/billing/v1/ReconciliationStanding.ts';

export interface ListReconciliationsResponse {
  'reconciliations'?: (_consult_billing_v1_Reconciliation)[];
  'page'?: (_consult_common_v1_PageInfo | null);
  'standing'?: (_consult_billing_v1_ReconciliationStanding | null);
}

export interface ListReconciliationsResponse__Output {
  'reconciliations': (_consult_billing_v1_Reconciliation__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
  'standing': (_consult_billing_v1_ReconciliationStanding__Output | null);
}
