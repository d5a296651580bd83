// Original file: protos/consult/billing/v1/billing.proto

import type { SubscriptionEvent as _consult_billing_v1_SubscriptionEvent, SubscriptionEvent__Output as _consult_billing_v1_SubscriptionEvent__Output } from '../../../consult/billing/v1/SubscriptionEvent.ts';

export interface Subscription {
  'subscriptionId'?: (string);
  'clientId'?: (string);
  'packageId'?: (string);
  'packageName'?: (string);
  'status'?: (string);
  'currentPeriodStart'?: (string);
  'currentPeriodEnd'?: (string);
  'cancelAtPeriodEnd'?: (boolean);
  'paused'?: (boolean);
  'nextPackageId'?: (string);
  'history'?: (_consult_billing_v1_SubscriptionEvent)[];
  '_currentPeriodStart'?: "currentPeriodStart";
  '_currentPeriodEnd'?: "currentPeriodEnd";
  '_nextPackageId'?: "nextPackageId";
}

export interface Subscription__Output {
  'subscriptionId': (string);
  'clientId': (string);
  'packageId': (string);
  'packageName': (string);
  'status': (string);
  'currentPeriodStart'?: (string);
  'currentPeriodEnd'?: (string);
  'cancelAtPeriodEnd': (boolean);
  'paused': (boolean);
  'nextPackageId'?: (string);
  'history': (_consult_billing_v1_SubscriptionEvent__Output)[];
}
