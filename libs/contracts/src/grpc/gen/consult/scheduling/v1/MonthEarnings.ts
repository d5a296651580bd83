// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Long } from '@grpc/proto-loader';

export interface MonthEarnings {
  'month'?: (string);
  'currency'?: (string);
  'amountMinor'?: (number | string | Long);
  'sessions'?: (number);
}

export interface MonthEarnings__Output {
  'month': (string);
  'currency': (string);
  'amountMinor': (number);
  'sessions': (number);
}
