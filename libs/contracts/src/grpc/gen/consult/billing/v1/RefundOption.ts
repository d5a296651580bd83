// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface RefundOption {
  'basis'?: (string);
  'amount'?: (number | string | Long);
  'creditsRevoked'?: (number);
  'quoteId'?: (string);
}

export interface RefundOption__Output {
  'basis': (string);
  'amount': (number);
  'creditsRevoked': (number);
  'quoteId': (string);
}
