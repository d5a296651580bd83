// Original file: protos/consult/credits/v1/credits.proto

import type { RevenueRow as _consult_credits_v1_RevenueRow, RevenueRow__Output as _consult_credits_v1_RevenueRow__Output } from '../../../consult/credits/v1/RevenueRow.ts';
import type { DeferredRow as _consult_credits_v1_DeferredRow, DeferredRow__Output as _consult_credits_v1_DeferredRow__Output } from '../../../consult/credits/v1/DeferredRow.ts';

export interface RevenueReport {
  'rows'?: (_consult_credits_v1_RevenueRow)[];
  'deferred'?: (_consult_credits_v1_DeferredRow)[];
}

export interface RevenueReport__Output {
  'rows': (_consult_credits_v1_RevenueRow__Output)[];
  'deferred': (_consult_credits_v1_DeferredRow__Output)[];
}
