// Original file: protos/consult/billing/v1/billing.proto

import type { Long } from '@grpc/proto-loader';

export interface PlanChangeQuote {
  'subscriptionId'?: (string);
  'packageId'?: (string);
  'takesEffect'?: (string);
  'effectiveAt'?: (string);
  'amountDue'?: (number | string | Long);
  'currency'?: (string);
  'creditsLost'?: (number);
  'creditsGained'?: (number);
  'quoteId'?: (string);
  'validUntil'?: (string);
  'rule'?: (string);
}

export interface PlanChangeQuote__Output {
  'subscriptionId': (string);
  'packageId': (string);
  'takesEffect': (string);
  'effectiveAt': (string);
  'amountDue': (number);
  'currency': (string);
  'creditsLost': (number);
  'creditsGained': (number);
  'quoteId': (string);
  'validUntil': (string);
  'rule': (string);
}
