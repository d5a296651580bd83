import { newId } from '@consult/runtime/ids';
import { client } from './callers.ts';
import type { Step } from './plan.ts';
import { nthOf, type Shop, told } from './shop.ts';
import type { MoneyWorld } from './world.ts';

/** What a client does to a subscription, or somebody in Stripe's dashboard. */
export async function moveSubscription(
  world: MoneyWorld,
  { tenantId, account, wares }: Shop,
  step: Extract<Step, { do: 'cancel' | 'resume' | 'pause' | 'cancel_at_stripe' | 'change' }>,
): Promise<string> {
  const caller = client(tenantId, step.by);
  const { subscriptions } = await world.billing.listSubscriptions(caller, { page: null });
  const running = (subscriptions ?? []).filter(({ status }) => status !== 'cancelled').toReversed();
  const subscriptionId = nthOf(running, step.nth)?.subscriptionId;
  if (subscriptionId === undefined) return 'nothing runs';
  const requestId = newId();
  switch (step.do) {
    case 'cancel': {
      const { atPeriodEnd } = step;
      return (await world.billing.cancelSubscription(caller, { subscriptionId, atPeriodEnd, requestId, reason: '' }))
        .status;
    }
    case 'resume':
      return (await world.billing.resumeSubscription(caller, { subscriptionId, requestId })).status;
    case 'pause':
      return (await world.billing.pauseSubscription(caller, { subscriptionId, requestId })).status;
    case 'cancel_at_stripe':
      return told(await world.stripe('DELETE', `/v1/subscriptions/${subscriptionId}`, { account }));
    case 'change': {
      const packageId = wares.get(step.sold)?.packageId ?? '';
      const { quoteId, rule } = await world.billing.quotePlanChange(caller, { subscriptionId, packageId });
      await world.billing.changePlan(caller, { subscriptionId, packageId, quoteId, requestId });
      return rule;
    }
  }
}
