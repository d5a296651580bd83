// Original file: protos/consult/billing/v1/billing.proto


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
}
