import { type NextPlan, noted, type Subscription, type SubscriptionState } from './subscription.ts';
import type { PaidPeriod } from './transaction.ts';

/** What Stripe says about a subscription now, and the period that one of its invoices has paid for, when it is about one. */
export interface SubscriptionWord {
  state: SubscriptionState;
  cancelAtPeriodEnd: boolean;
  paused: boolean;
  /** Label of the change whose package it sells now; absent: the one it began with. */
  changeId?: string | undefined;
  /** The schedule it is under at Stripe. */
  scheduleId?: string | undefined;
  /** Why it ended, where it did. */
  endReason?: string | undefined;
  paid?: PaidPeriod | undefined;
  /** A wish that has just been brought to Stripe, with the change that waits there since. */
  done?: { wishId: string; next?: NextPlan | undefined } | undefined;
}

export type SubscriptionHappened = 'started' | 'renewed' | 'past_due' | 'cancelled';
export interface SubscriptionStep {
  happened: SubscriptionHappened;
  subscription: Subscription;
  reason?: string | undefined;
}

/**
 * Carries Stripe's word over to our record. Each step (a newly paid period, then a change of state) is a version of its own,
 * so that its event has one; the same word again, or an older period, changes nothing.
 */
export function followSubscription(
  before: Subscription,
  word: SubscriptionWord,
  now: Date,
): { after: Subscription; steps: SubscriptionStep[] } {
  const steps: SubscriptionStep[] = [];
  let versioned = before;
  let after = followFlags(followPlan(followWish(before, word), word, now), word);
  const step = (happened: SubscriptionHappened, changes: Partial<Subscription>, reason?: string) => {
    const entry = { at: now, action: happened, actor: 'stripe', reason: reason ?? '' } as const;
    versioned = { ...noted(after, entry), ...changes, version: after.version + 1 };
    after = versioned;
    steps.push({ happened, subscription: versioned, reason });
  };
  if (word.paid !== undefined && isNewer(after, word.paid)) {
    const { periodStart, periodEnd, reason } = word.paid;
    const happened = after.periodEnd === undefined ? 'started' : 'renewed';
    step(happened, { periodStart, periodEnd, periodChangeId: after.changeId, state: paidState(after) }, reason);
  }
  const state = nextState(after, word.state);
  if (state !== after.state) {
    // One that never began ends without a word: nobody has heard of it.
    const isTold = after.periodEnd !== undefined && (state === 'past_due' || state === 'cancelled');
    if (isTold) step(state, { state }, state === 'cancelled' ? word.endReason : undefined);
    else after = { ...after, state };
  }
  if (after !== versioned) after = { ...after, version: after.version + 1 };
  return { after, steps };
}

/** A wish that has been brought to Stripe is none any more. */
function followWish(subscription: Subscription, { done }: SubscriptionWord): Subscription {
  if (done === undefined || subscription.wish?.id !== done.wishId) return subscription;
  return { ...subscription, wish: undefined, ...(done.next === undefined ? {} : { next: done.next }) };
}

/** The package it sells now, and no change that no longer waits: it has come, or was taken from Stripe. */
function followPlan(subscription: Subscription, word: SubscriptionWord, now: Date): Subscription {
  const { next, plans, changeId } = subscription;
  let after = subscription;
  const plan = plans.find((one) => one.changeId === word.changeId);
  if (plan !== undefined && plan.changeId !== changeId) {
    const entry = { at: now, action: 'plan_changed', actor: 'stripe', reason: '', wishId: plan.changeId } as const;
    const { package: sold } = plan;
    after = { ...noted(after, entry), package: sold, packageId: sold.packageId, changeId: plan.changeId };
  }
  const waits = next !== undefined && next.changeId !== word.changeId && next.scheduleId === word.scheduleId;
  return next === undefined || waits ? after : { ...after, next: undefined };
}

function followFlags(subscription: Subscription, { cancelAtPeriodEnd, paused }: SubscriptionWord): Subscription {
  const same = cancelAtPeriodEnd === subscription.cancelAtPeriodEnd && paused === subscription.paused;
  return same ? subscription : { ...subscription, cancelAtPeriodEnd, paused };
}

/** By its start: a period that a changed plan began may end before the one it replaces, and begin in the same second. */
function isNewer({ periodStart, periodChangeId, changeId }: Subscription, paid: PaidPeriod): boolean {
  if (periodStart === undefined || paid.periodStart > periodStart) return true;
  const isChange = paid.reason === 'update' && changeId !== periodChangeId;
  return isChange && paid.periodStart.getTime() === periodStart.getTime();
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
