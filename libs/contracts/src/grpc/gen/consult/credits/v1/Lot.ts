// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface Lot {
  'lotId'?: (string);
  'billingId'?: (string);
  'packageId'?: (string);
  'packageName'?: (string);
  'creditsAdded'?: (number);
  'creditsUsed'?: (number);
  'creditsRemaining'?: (number);
  'purchaseDate'?: (string);
  'expiryDate'?: (string);
  'status'?: (string);
  'unlimited'?: (boolean);
  'source'?: (string);
  'unitPriceMinor'?: (number | string | Long);
  'currency'?: (string);
}

export interface Lot__Output {
  'lotId': (string);
  'billingId': (string);
  'packageId': (string);
  'packageName': (string);
  'creditsAdded': (number);
  'creditsUsed': (number);
  'creditsRemaining': (number);
  'purchaseDate': (string);
  'expiryDate': (string);
  'status': (string);
  'unlimited': (boolean);
  'source': (string);
  'unitPriceMinor': (number);
  'currency': (string);
}
