// Original file: protos/consult/billing/v1/billing.proto

import type { ReconcileFinding as _consult_billing_v1_ReconcileFinding, ReconcileFinding__Output as _consult_billing_v1_ReconcileFinding__Output } from '../../../consult/billing/v1/ReconcileFinding.ts';

export interface ReconcileResponse {
  'checked'?: (number);
  'findings'?: (_consult_billing_v1_ReconcileFinding)[];
  'nextCursor'?: (string);
  'runId'?: (string);
}

export interface ReconcileResponse__Output {
  'checked': (number);
  'findings': (_consult_billing_v1_ReconcileFinding__Output)[];
  'nextCursor': (string);
  'runId': (string);
}
