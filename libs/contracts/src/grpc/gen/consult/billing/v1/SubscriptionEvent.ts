// Original file: protos/consult/billing/v1/billing.proto


export interface SubscriptionEvent {
  'at'?: (string);
  'action'?: (string);
  'actor'?: (string);
  'reason'?: (string);
}

export interface SubscriptionEvent__Output {
  'at': (string);
  'action': (string);
  'actor': (string);
  'reason': (string);
}
