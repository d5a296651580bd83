// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface DeferredRow {
  'packageId'?: (string);
  'currency'?: (string);
  'deferredMinor'?: (number | string | Long);
}

export interface DeferredRow__Output {
  'packageId': (string);
  'currency': (string);
  'deferredMinor': (number);
}
