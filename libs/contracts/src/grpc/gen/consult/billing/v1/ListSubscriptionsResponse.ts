// Original file: protos/consult/billing/v1/billing.proto

import type { Subscription as _consult_billing_v1_Subscription, Subscription__Output as _consult_billing_v1_Subscription__Output } from '../../../consult/billing/v1/Subscription.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListSubscriptionsResponse {
  'subscriptions'?: (_consult_billing_v1_Subscription)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListSubscriptionsResponse__Output {
  'subscriptions': (_consult_billing_v1_Subscription__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
