// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface PromotionCode {
  'code'?: (string);
  'percentOff'?: (number);
  'amountOff'?: (number | string | Long);
  'currency'?: (string);
  'packageIds'?: (string)[];
  'expiresAt'?: (string);
  'maxRedemptions'?: (number);
  'timesRedeemed'?: (number);
  'firstPurchaseOnly'?: (boolean);
  'active'?: (boolean);
  'createdAt'?: (string);
  '_percentOff'?: "percentOff";
  '_amountOff'?: "amountOff";
  '_currency'?: "currency";
  '_expiresAt'?: "expiresAt";
  '_maxRedemptions'?: "maxRedemptions";
}

export interface PromotionCode__Output {
  'code': (string);
  'percentOff'?: (number);
  'amountOff'?: (number);
  'currency'?: (string);
  'packageIds': (string)[];
  'expiresAt'?: (string);
  'maxRedemptions'?: (number);
  'timesRedeemed': (number);
  'firstPurchaseOnly': (boolean);
  'active': (boolean);
  'createdAt': (string);
}
