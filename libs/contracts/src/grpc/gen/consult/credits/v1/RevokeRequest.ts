// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface RevokeRequest {
  'clientId'?: (string);
  'transactionId'?: (string);
  'refundId'?: (string);
  'amountMinor'?: (number | string | Long);
  'allUnused'?: (boolean);
  'reason'?: (string);
}

export interface RevokeRequest__Output {
  'clientId': (string);
  'transactionId': (string);
  'refundId': (string);
  'amountMinor': (number);
  'allUnused': (boolean);
  'reason': (string);
}
