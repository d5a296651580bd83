// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface RevenueRow {
  'month'?: (string);
  'packageId'?: (string);
  'currency'?: (string);
  'usedMinor'?: (number | string | Long);
  'breakageMinor'?: (number | string | Long);
  'elapsedMinor'?: (number | string | Long);
}

export interface RevenueRow__Output {
  'month': (string);
  'packageId': (string);
  'currency': (string);
  'usedMinor': (number);
  'breakageMinor': (number);
  'elapsedMinor': (number);
}
