// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface CreatePaymentIntentRequest {
  'packageId'?: (string);
  'amount'?: (number | string | Long);
  'currency'?: (string);
  'requestId'?: (string);
  'holdId'?: (string);
  'promotionCode'?: (string);
  'quoteId'?: (string);
  '_holdId'?: "holdId";
  '_promotionCode'?: "promotionCode";
  '_quoteId'?: "quoteId";
}

export interface CreatePaymentIntentRequest__Output {
  'packageId': (string);
  'amount': (number);
  'currency': (string);
  'requestId': (string);
  'holdId'?: (string);
  'promotionCode'?: (string);
  'quoteId'?: (string);
}
