// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface CreatePromotionCodeRequest {
  'code'?: (string);
  'percentOff'?: (number);
  'amountOff'?: (number | string | Long);
  'packageIds'?: (string)[];
  'expiresAt'?: (string);
  'maxRedemptions'?: (number);
  'firstPurchaseOnly'?: (boolean);
  'currency'?: (string);
  '_percentOff'?: "percentOff";
  '_amountOff'?: "amountOff";
  '_expiresAt'?: "expiresAt";
  '_maxRedemptions'?: "maxRedemptions";
  '_currency'?: "currency";
}

export interface CreatePromotionCodeRequest__Output {
  'code': (string);
  'percentOff'?: (number);
  'amountOff'?: (number);
  'packageIds': (string)[];
  'expiresAt'?: (string);
  'maxRedemptions'?: (number);
  'firstPurchaseOnly': (boolean);
  'currency'?: (string);
}
