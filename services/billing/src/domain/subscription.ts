import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { PaidPeriod } from './transaction.ts';

export type SubscriptionState = 'incomplete' | 'active' | 'past_due' | 'cancelled';

/** A recurring purchase. Its id is Stripe's (`sub_…`). */
export interface Subscription {
  _id: string;
  tenantId: string;
  clientId: string;
  packageId: string;
  /** The terms as bought; every renewal sells these again. */
  package: PackageSnapshot;
  stripeAccount: string;
  /** Internal id of the transaction that began it. */
  firstTransactionId: string;
  state: SubscriptionState;
  /** The newest period that was paid for, half-open; both absent before the first payment. */
  periodStart?: Date | undefined;
  periodEnd?: Date | undefined;
  cancelAtPeriodEnd: boolean;
  createdAt: Date;
  version: number;
}

/** What Stripe says about a subscription now, and the period that one of its invoices has paid for, when it is about one. */
export interface SubscriptionWord {
  state: SubscriptionState;
  cancelAtPeriodEnd: boolean;
  paid?: PaidPeriod | undefined;
}

export type SubscriptionHappened = 'started' | 'renewed' | 'past_due' | 'cancelled';

/**
 * Carries Stripe's word over to our record. Each step (a newly paid period, then a change of state) is a version of its own,
 * so that its event has one; the same word again, or an older period, changes nothing.
 */
export function followSubscription(
  subscription: Subscription,
  word: SubscriptionWord,
): { after: Subscription; steps: { happened: SubscriptionHappened; subscription: Subscription }[] } {
  const steps: { happened: SubscriptionHappened; subscription: Subscription }[] = [];
  let after = subscription;
  if (word.paid !== undefined && isNewer(after, word.paid)) {
    const { periodStart, periodEnd } = word.paid;
    const happened = after.periodEnd === undefined ? 'started' : 'renewed';
    after = { ...after, periodStart, periodEnd, state: paidState(after), version: after.version + 1 };
    steps.push({ happened, subscription: after });
  }
  const state = nextState(after, word.state);
  if (state !== after.state || word.cancelAtPeriodEnd !== after.cancelAtPeriodEnd) {
    const changed = state !== after.state;
    after = { ...after, state, cancelAtPeriodEnd: word.cancelAtPeriodEnd, version: after.version + 1 };
    // One that never began ends without a word: nobody has heard of it.
    if (changed && after.periodEnd !== undefined && (state === 'past_due' || state === 'cancelled'))
      steps.push({ happened: state, subscription: after });
  }
  return { after, steps };
}

function isNewer({ periodEnd }: Subscription, paid: PaidPeriod): boolean {
  return periodEnd === undefined || paid.periodEnd > periodEnd;
}

/** Money for an ended subscription does not bring it back: only Stripe could, and it never does. */
function paidState({ state }: Subscription): SubscriptionState {
  return state === 'cancelled' ? 'cancelled' : 'active';
}

function nextState(subscription: Subscription, told: SubscriptionState): SubscriptionState {
  if (subscription.state === 'cancelled') return 'cancelled';
  // Stripe may call it active before its invoice has been read here; the paid period makes it active.
  if (told === 'active' && subscription.periodEnd === undefined) return subscription.state;
  // What has been paid for is not unbegun, even if Stripe is still to write it down.
  if (told === 'incomplete') return subscription.state;
  return told;
}
