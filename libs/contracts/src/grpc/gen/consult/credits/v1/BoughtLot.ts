// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface BoughtLot {
  'lotId'?: (string);
  'transactionId'?: (string);
  'clientId'?: (string);
  'paidMinor'?: (number | string | Long);
  'currency'?: (string);
}

export interface BoughtLot__Output {
  'lotId': (string);
  'transactionId': (string);
  'clientId': (string);
  'paidMinor': (number);
  'currency': (string);
}
