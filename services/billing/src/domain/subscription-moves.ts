import type { PlannedChange } from './plan-change.ts';
import { noted, type Subscription, type SubscriptionEntry } from './subscription.ts';

/** What may be asked of a subscription. */
export type Move = 'cancel_now' | 'cancel_at_period_end' | 'resume' | 'pause' | 'change';

/** How a subscription stands, as far as its moves depend on it. */
export type Standing = 'incomplete' | 'active' | 'changing' | 'paused' | 'ending' | 'past_due' | 'cancelled';

/**
 * Every move there is. One that has not been paid for is given up like any unpaid purchase; one that is overdue is paid or
 * ended first. Resuming takes back what is still to come, and ends a pause.
 */
const MOVES: Readonly<Record<Standing, readonly Move[]>> = {
  incomplete: [],
  active: ['cancel_now', 'cancel_at_period_end', 'pause', 'change'],
  changing: ['cancel_now', 'cancel_at_period_end', 'resume', 'change'],
  paused: ['cancel_now', 'cancel_at_period_end', 'resume'],
  ending: ['cancel_now', 'resume'],
  past_due: ['cancel_now', 'cancel_at_period_end'],
  cancelled: [],
};

/** What was asked for, until Stripe has it. */
export interface Wish {
  /** From the caller's request: Stripe's idempotency keys begin with it, and a change is labelled with it. */
  id: string;
  move: Move;
  /** Technical time at which somebody else brings it to Stripe, when whoever began has died. */
  checkAt: Date;
  change?: PlannedChange | undefined;
}

/** Changes of package remembered per subscription. */
const PLANS_MAX = 100;

/** What decides first: an end to come hides a pause, and both hide a change to come. */
export function standingOf(subscription: Subscription): Standing {
  const { state, cancelAtPeriodEnd, paused, next } = subscription;
  if (state === 'cancelled' || state === 'incomplete') return state;
  if (cancelAtPeriodEnd) return 'ending';
  if (paused) return 'paused';
  if (state === 'past_due') return 'past_due';
  return next === undefined ? 'active' : 'changing';
}

/** Why a subscription cannot be moved so now, or undefined when it can. */
export function moveRefusal(
  subscription: Subscription,
  move: Move,
): { from: Standing; allowed: readonly Move[] } | undefined {
  const from = standingOf(subscription);
  const allowed = MOVES[from];
  return allowed.includes(move) ? undefined : { from, allowed };
}

/** The record with a wish on it, and who made it. */
export function wished(
  subscription: Subscription,
  wish: Wish,
  by: Pick<SubscriptionEntry, 'at' | 'actor' | 'userId' | 'reason'>,
): Subscription {
  const { change, id, move } = wish;
  const { plans, version } = subscription;
  const isNew = change !== undefined && change.takesEffect !== 'stay';
  return {
    ...noted(subscription, { ...by, action: move, wishId: id }),
    wish,
    plans: isNew ? [...plans, { changeId: id, package: change.package }].slice(-PLANS_MAX) : plans,
    version: version + 1,
  };
}

/** The record after a wish that Stripe has not granted. The very same where the wish is no longer there. */
export function withdrawn(subscription: Subscription, wishId: string, why: { at: Date; reason: string }): Subscription {
  if (subscription.wish?.id !== wishId) return subscription;
  // A change stays known: should Stripe have made it after all, its label is understood.
  const after = noted(subscription, { ...why, action: 'withdrawn', actor: 'stripe', wishId });
  return { ...after, wish: undefined, version: subscription.version + 1 };
}

/** What became of a request that was made before: its move, and Stripe's reason where it was not granted. */
export function earlierWish(
  subscription: Subscription,
  wishId: string,
): { move: string; refused?: string } | undefined {
  const entries = subscription.history.filter((entry) => entry.wishId === wishId && entry.action !== 'plan_changed');
  const [asked] = entries;
  if (asked === undefined) return undefined;
  const refusal = entries.find(({ action }) => action === 'withdrawn');
  return { move: asked.action, ...(refusal === undefined ? {} : { refused: refusal.reason }) };
}
