import { refuse } from '@consult/runtime/errors';
import type Stripe from 'stripe';
import { followSubscription, type Subscription, type SubscriptionState } from '../domain/subscription.ts';
import type { PaidPeriod } from '../domain/transaction.ts';
import { findSubscription, insertSubscription, saveSubscription, SUBSCRIPTIONS } from '../store/subscriptions.ts';
import { findTransaction } from '../store/transactions.ts';
import { on } from '../stripe/stripe-api.ts';
import { subscriptionEvent } from './billing-events.ts';
import type { Deps } from './deps.ts';
import { firstSubscription, hasBegun } from './first-subscription.ts';

const SAVE_ATTEMPTS = 8;
/** A state that is not here leaves ours as it was. */
const STATES: Readonly<Record<string, SubscriptionState>> = {
  incomplete: 'incomplete',
  active: 'active',
  trialing: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  canceled: 'cancelled',
  incomplete_expired: 'cancelled',
};

/** Reads a subscription again and writes its state, with the period that an invoice has just paid for. Ignores what is none of ours. */
export async function syncSubscription(
  deps: Deps,
  key: { stripeAccount: string; subscriptionId: string; paid?: PaidPeriod | undefined },
): Promise<void> {
  const { stripeAccount, subscriptionId, paid } = key;
  const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(subscriptionId, {}, on(stripeAccount)));
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS; attempt += 1) {
    const before = await ourSubscription(deps, stripeAccount, remote);
    if (before === undefined) return;
    const state = STATES[remote.status] ?? before.state;
    const { after, steps } = followSubscription(before, {
      state,
      cancelAtPeriodEnd: remote.cancel_at_period_end,
      paid,
    });
    if (after === before) return;
    const now = deps.clock.now();
    const events = steps.map(({ happened, subscription }) => subscriptionEvent(happened, subscription, now));
    if (await saveSubscription(deps.subscriptions, before, after, events)) {
      deps.relay.nudge(SUBSCRIPTIONS, before.tenantId, subscriptionId, events);
      return;
    }
  }
  return refuse('conflict', { subscriptionId });
}

/** Our record of it; made from the purchase it is labelled with when its maker died before keeping one. */
async function ourSubscription(
  deps: Deps,
  stripeAccount: string,
  remote: Stripe.Subscription,
): Promise<Subscription | undefined> {
  const { tenantId, transactionId } = remote.metadata;
  if (tenantId === undefined || transactionId === undefined) return undefined;
  const known = await findSubscription(deps.subscriptions, { tenantId, subscriptionId: remote.id });
  if (known !== undefined) return known.stripeAccount === stripeAccount ? known : undefined;
  const first = await findTransaction(deps.transactions, { tenantId, transactionId });
  if (!hasBegun(first, { stripeAccount, subscriptionId: remote.id })) return undefined;
  await insertSubscription(deps.subscriptions, firstSubscription(first, remote.id));
  return findSubscription(deps.subscriptions, { tenantId, subscriptionId: remote.id });
}
