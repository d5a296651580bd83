// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface TransactionAmount {
  'gross'?: (number | string | Long);
  'platformFee'?: (number | string | Long);
  'processingFee'?: (number | string | Long);
  'net'?: (number | string | Long);
}

export interface TransactionAmount__Output {
  'gross': (number);
  'platformFee': (number);
  'processingFee': (number);
  'net': (number);
}
