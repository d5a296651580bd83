// Original file: protos/consult/billing/v1/billing.proto

import type { FindingCount as _consult_billing_v1_FindingCount, FindingCount__Output as _consult_billing_v1_FindingCount__Output } from '../../../consult/billing/v1/FindingCount.ts';
import type { ReconcileFinding as _consult_billing_v1_ReconcileFinding, ReconcileFinding__Output as _consult_billing_v1_ReconcileFinding__Output } from '../../../consult/billing/v1/ReconcileFinding.ts';

export interface Reconciliation {
  'runId'?: (string);
  'trigger'?: (string);
  'startedAt'?: (string);
  'finishedAt'?: (string);
  'since'?: (string);
  'checked'?: (number);
  'counts'?: (_consult_billing_v1_FindingCount)[];
  'findings'?: (_consult_billing_v1_ReconcileFinding)[];
  'apply'?: (boolean);
  'applied'?: (number);
  'by'?: (string);
  '_finishedAt'?: "finishedAt";
  '_since'?: "since";
}

export interface Reconciliation__Output {
  'runId': (string);
  'trigger': (string);
  'startedAt': (string);
  'finishedAt'?: (string);
  'since'?: (string);
  'checked': (number);
  'counts': (_consult_billing_v1_FindingCount__Output)[];
  'findings': (_consult_billing_v1_ReconcileFinding__Output)[];
  'apply': (boolean);
  'applied': (number);
  'by': (string);
}
