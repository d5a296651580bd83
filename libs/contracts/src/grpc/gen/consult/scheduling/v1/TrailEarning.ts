// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Long } from '@grpc/proto-loader';

export interface TrailEarning {
  'earningId'?: (string);
  'at'?: (string);
  'kind'?: (string);
  'amountMinor'?: (number | string | Long);
  'currency'?: (string);
  'reason'?: (string);
  '_amountMinor'?: "amountMinor";
  '_currency'?: "currency";
}

export interface TrailEarning__Output {
  'earningId': (string);
  'at': (string);
  'kind': (string);
  'amountMinor'?: (number);
  'currency'?: (string);
  'reason': (string);
}
