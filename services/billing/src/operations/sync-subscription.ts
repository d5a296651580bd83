import { refuse } from '@consult/runtime/errors';
import type Stripe from 'stripe';
import { followSubscription, type SubscriptionWord } from '../domain/follow-subscription.ts';
import type { Subscription, SubscriptionState } from '../domain/subscription.ts';
import { findAtStripe, insertSubscription, saveSubscription, SUBSCRIPTIONS } from '../store/subscriptions.ts';
import { findTransaction } from '../store/transactions.ts';
import { on } from '../stripe/stripe-api.ts';
import { subscriptionEvent } from './billing-events.ts';
import type { Deps } from './deps.ts';
import { firstSubscription, hasBegun } from './first-subscription.ts';
import { idOf } from './read-payment.ts';

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

interface SubscriptionKey {
  stripeAccount: string;
  subscriptionId: string;
}

/**
 * Reads a subscription again and writes how it stands, with the period that an invoice has just paid for and the wish that has
 * just been brought to Stripe. Answers our record as it is then; undefined when it is none of ours.
 */
export async function syncSubscription(
  deps: Deps,
  key: SubscriptionKey & Pick<SubscriptionWord, 'paid' | 'done'>,
): Promise<Subscription | undefined> {
  const { stripeAccount, subscriptionId, paid, done } = key;
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS; attempt += 1) {
    // Ours first: what Stripe says is then at least as new as what it is written over.
    const known = await findAtStripe(deps.subscriptions, key);
    const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(subscriptionId, {}, on(stripeAccount)));
    const before = known ?? (await madeAnew(deps, stripeAccount, remote));
    if (before === undefined) return undefined;
    const now = deps.clock.now();
    const { after, steps } = followSubscription(before, { ...wordOf(remote, before), paid, done }, now);
    if (after === before) return before;
    const events = steps.map((step) => subscriptionEvent(step, now));
    if (await saveSubscription(deps.subscriptions, before, after, events)) {
      deps.relay.nudge(SUBSCRIPTIONS, before.tenantId, subscriptionId, events);
      return after;
    }
  }
  return refuse('conflict', { subscriptionId });
}

function wordOf(remote: Stripe.Subscription, before: Subscription): SubscriptionWord {
  return {
    state: STATES[remote.status] ?? before.state,
    cancelAtPeriodEnd: remote.cancel_at_period_end,
    paused: remote.pause_collection !== null,
    changeId: remote.metadata['changeId'],
    scheduleId: idOf(remote.schedule),
    endReason: remote.cancellation_details?.reason ?? undefined,
  };
}

/** Our record of it, made from the purchase it is labelled with: its maker died before keeping one. */
async function madeAnew(
  deps: Deps,
  stripeAccount: string,
  remote: Stripe.Subscription,
): Promise<Subscription | undefined> {
  const { tenantId, transactionId } = remote.metadata;
  if (tenantId === undefined || transactionId === undefined) return undefined;
  const first = await findTransaction(deps.transactions, { tenantId, transactionId });
  if (!hasBegun(first, { stripeAccount, subscriptionId: remote.id })) return undefined;
  await insertSubscription(deps.subscriptions, firstSubscription(first, remote.id));
  return findAtStripe(deps.subscriptions, { stripeAccount, subscriptionId: remote.id });
}
