// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface PurchaseQuote {
  'packageId'?: (string);
  'packageVersion'?: (number);
  'price'?: (number | string | Long);
  'discount'?: (number | string | Long);
  'total'?: (number | string | Long);
  'currency'?: (string);
  'rule'?: (string);
  'quoteId'?: (string);
  'validUntil'?: (string);
  'promotionCode'?: (string);
  '_promotionCode'?: "promotionCode";
}

export interface PurchaseQuote__Output {
  'packageId': (string);
  'packageVersion': (number);
  'price': (number);
  'discount': (number);
  'total': (number);
  'currency': (string);
  'rule': (string);
  'quoteId': (string);
  'validUntil': (string);
  'promotionCode'?: (string);
}
