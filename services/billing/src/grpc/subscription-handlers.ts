import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Deps } from '../operations/deps.ts';

type SubscriptionHandlers = Pick<
  Handlers<'billing'>,
  'cancelSubscription' | 'resumeSubscription' | 'pauseSubscription' | 'quotePlanChange' | 'changePlan'
>;

/** What a client may do with a subscription. */
export function subscriptionHandlers(_deps: Deps): SubscriptionHandlers {
  return {
    cancelSubscription: async () => refuse('not_built'),
    resumeSubscription: async () => refuse('not_built'),
    pauseSubscription: async () => refuse('not_built'),
    quotePlanChange: async () => refuse('not_built'),
    changePlan: async () => refuse('not_built'),
  };
}
