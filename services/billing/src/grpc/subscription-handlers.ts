import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import type { PlanRule } from '../domain/plan-change.ts';
import { changePlan } from '../operations/change-plan.ts';
import type { Deps } from '../operations/deps.ts';
import { moveSubscription } from '../operations/move-subscription.ts';
import { quotePlanChange } from '../operations/quote-plan-change.ts';
import { subscriptionAnswer } from './answers.ts';
import {
  CancelSubscriptionRequest,
  ChangePlanRequest,
  QuotePlanChangeRequest,
  SubscriptionRequest,
} from './subscription-requests.ts';

type SubscriptionHandlers = Pick<
  Handlers<'billing'>,
  'cancelSubscription' | 'resumeSubscription' | 'pauseSubscription' | 'quotePlanChange' | 'changePlan'
>;
const TAKES_EFFECT: Readonly<Record<PlanRule, string>> = { upgrade: 'now', downgrade: 'period_end', stay: 'now' };

/** What a client may do with a subscription, and the tenant's admin for them. */
export function subscriptionHandlers(deps: Deps): SubscriptionHandlers {
  return {
    async cancelSubscription(caller, request) {
      const { atPeriodEnd, ...asked } = parse(CancelSubscriptionRequest, request);
      const move = atPeriodEnd ? 'cancel_at_period_end' : 'cancel_now';
      return subscriptionAnswer(await moveSubscription(deps, caller, { ...asked, move }));
    },
    async resumeSubscription(caller, request) {
      const asked = parse(SubscriptionRequest, request);
      return subscriptionAnswer(await moveSubscription(deps, caller, { ...asked, move: 'resume', reason: '' }));
    },
    async pauseSubscription(caller, request) {
      const asked = parse(SubscriptionRequest, request);
      return subscriptionAnswer(await moveSubscription(deps, caller, { ...asked, move: 'pause', reason: '' }));
    },
    async quotePlanChange(caller, request) {
      const asked = parse(QuotePlanChangeRequest, request);
      const { outcome, quoteId, validUntil } = await quotePlanChange(deps, caller, asked);
      const { packageVersion: _version, ...shown } = outcome;
      return { ...asked, ...shown, takesEffect: TAKES_EFFECT[outcome.rule], quoteId, validUntil };
    },
    async changePlan(caller, request) {
      return subscriptionAnswer(await changePlan(deps, caller, parse(ChangePlanRequest, request)));
    },
  };
}
