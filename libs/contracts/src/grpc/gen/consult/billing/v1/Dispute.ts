// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface Dispute {
  'disputeId'?: (string);
  'status'?: (string);
  'reason'?: (string);
  'amount'?: (number | string | Long);
  'openedAt'?: (string);
  'closedAt'?: (string);
  '_closedAt'?: "closedAt";
}

export interface Dispute__Output {
  'disputeId': (string);
  'status': (string);
  'reason': (string);
  'amount': (number);
  'openedAt': (string);
  'closedAt'?: (string);
}
