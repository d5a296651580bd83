// Original file: protos/consult/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface Discount {
  'percentage'?: (number | string);
  'amount'?: (number | string | Long);
  '_percentage'?: "percentage";
  '_amount'?: "amount";
}

export interface Discount__Output {
  'percentage'?: (number);
  'amount'?: (number);
}
