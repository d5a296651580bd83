// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface Refund {
  'refundId'?: (string);
  'amount'?: (number | string | Long);
  'status'?: (string);
  'reason'?: (string);
  'basis'?: (string);
  'creditsRevoked'?: (number);
  'actor'?: (string);
  'createdAt'?: (string);
  'stripeRefundId'?: (string);
  'failure'?: (string);
  'settledAt'?: (string);
  '_stripeRefundId'?: "stripeRefundId";
  '_failure'?: "failure";
  '_settledAt'?: "settledAt";
}

export interface Refund__Output {
  'refundId': (string);
  'amount': (number);
  'status': (string);
  'reason': (string);
  'basis': (string);
  'creditsRevoked': (number);
  'actor': (string);
  'createdAt': (string);
  'stripeRefundId'?: (string);
  'failure'?: (string);
  'settledAt'?: (string);
}
