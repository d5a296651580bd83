// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface Reservation {
  'bookingId'?: (string);
  'revision'?: (number);
  'method'?: (string);
  'lotId'?: (string);
  'transactionId'?: (string);
  'packageId'?: (string);
  'credits'?: (number);
  'unitPriceMinor'?: (number | string | Long);
  'currency'?: (string);
  'availableAfter'?: (number);
}

export interface Reservation__Output {
  'bookingId': (string);
  'revision': (number);
  'method': (string);
  'lotId': (string);
  'transactionId': (string);
  'packageId': (string);
  'credits': (number);
  'unitPriceMinor': (number);
  'currency': (string);
  'availableAfter': (number);
}
