// Original file: protos/consult/catalog/v1/catalog.proto

import type { Discount as _consult_catalog_v1_Discount, Discount__Output as _consult_catalog_v1_Discount__Output } from '../../../consult/catalog/v1/Discount.ts';
import type { Long } from '@grpc/proto-loader';

export interface Pricing {
  'amount'?: (number | string | Long);
  'currency'?: (string);
  'originalPrice'?: (number | string | Long);
  'discount'?: (_consult_catalog_v1_Discount | null);
  'pricePerCredit'?: (number | string | Long);
  '_originalPrice'?: "originalPrice";
}

export interface Pricing__Output {
  'amount': (number);
  'currency': (string);
  'originalPrice'?: (number);
  'discount': (_consult_catalog_v1_Discount__Output | null);
  'pricePerCredit': (number);
}
