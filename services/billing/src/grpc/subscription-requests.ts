import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';

const subscriptionId = Type.String({ minLength: 1, maxLength: 100 });
const requestId = Type.String({ maxLength: 200 });

/** What each method about subscriptions takes. */
export const SubscriptionRequest = Type.Object({ subscriptionId, requestId });
export const CancelSubscriptionRequest = Type.Object({
  subscriptionId,
  requestId,
  atPeriodEnd: Type.Boolean(),
  reason: Type.String({ maxLength: 500 }),
});
export const QuotePlanChangeRequest = Type.Object({ subscriptionId, packageId: Id });
export const ChangePlanRequest = Type.Object({
  subscriptionId,
  packageId: Id,
  quoteId: Type.String({ maxLength: 200 }),
  requestId,
});
