// Original file: protos/consult/billing/v1/billing.proto

import type { RefundOption as _consult_billing_v1_RefundOption, RefundOption__Output as _consult_billing_v1_RefundOption__Output } from '../../../consult/billing/v1/RefundOption.ts';
import type { Long } from '@grpc/proto-loader';

export interface RefundQuote {
  'transactionId'?: (string);
  'paid'?: (number | string | Long);
  'refunded'?: (number | string | Long);
  'currency'?: (string);
  'creditsTotal'?: (number);
  'creditsUnused'?: (number);
  'options'?: (_consult_billing_v1_RefundOption)[];
  'validUntil'?: (string);
  'rule'?: (string);
}

export interface RefundQuote__Output {
  'transactionId': (string);
  'paid': (number);
  'refunded': (number);
  'currency': (string);
  'creditsTotal': (number);
  'creditsUnused': (number);
  'options': (_consult_billing_v1_RefundOption__Output)[];
  'validUntil': (string);
  'rule': (string);
}
