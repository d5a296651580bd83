// Original file: protos/consult/credits/v1/credits.proto

import type { Long } from '@grpc/proto-loader';

export interface LotStanding {
  'lotId'?: (string);
  'packageId'?: (string);
  'added'?: (number);
  'remaining'?: (number);
  'reserved'?: (number);
  'held'?: (number);
  'used'?: (number);
  'expired'?: (number);
  'revoked'?: (number);
  'paidMinor'?: (number | string | Long);
  'currency'?: (string);
  'unlimited'?: (boolean);
  'frozen'?: (boolean);
  'effectiveAt'?: (string);
  'expiryDate'?: (string);
  'refundIds'?: (string)[];
  'rolledRemaining'?: (number);
  'rolledRevoked'?: (number);
}

export interface LotStanding__Output {
  'lotId': (string);
  'packageId': (string);
  'added': (number);
  'remaining': (number);
  'reserved': (number);
  'held': (number);
  'used': (number);
  'expired': (number);
  'revoked': (number);
  'paidMinor': (number);
  'currency': (string);
  'unlimited': (boolean);
  'frozen': (boolean);
  'effectiveAt': (string);
  'expiryDate': (string);
  'refundIds': (string)[];
  'rolledRemaining': (number);
  'rolledRevoked': (number);
}
