import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Wish } from './subscription-moves.ts';

export type SubscriptionState = 'incomplete' | 'active' | 'past_due' | 'cancelled';

/** What was asked of a subscription, or became of it. */
export interface SubscriptionEntry {
  at: Date;
  action: string;
  actor: 'client' | 'admin' | 'stripe' | 'system';
  reason: string;
  /** Who asked; absent where nobody did. */
  userId?: string | undefined;
  wishId?: string | undefined;
}

/** A package that a subscription has been changed to, as it was sold then. The id of the change is Stripe's label for it. */
interface Plan {
  changeId: string;
  package: PackageSnapshot;
}

/** A change that waits at Stripe for the period's end. */
export interface NextPlan {
  changeId: string;
  scheduleId: string;
  at: Date;
}

/** A recurring purchase. Its id is Stripe's (`sub_…`). */
export interface Subscription {
  _id: string;
  tenantId: string;
  clientId: string;
  packageId: string;
  /** The terms as bought, or as changed to; every renewal sells these again. */
  package: PackageSnapshot;
  stripeAccount: string;
  /** Internal id of the transaction that began it. */
  firstTransactionId: string;
  state: SubscriptionState;
  /** The newest period that was paid for, half-open; both absent before the first payment. */
  periodStart?: Date | undefined;
  periodEnd?: Date | undefined;
  /** The change that was in force when it was paid for. */
  periodChangeId?: string | undefined;
  cancelAtPeriodEnd: boolean;
  /** No invoice is drawn. */
  paused: boolean;
  /** Changes of package that were asked for, the newest last. */
  plans: Plan[];
  /** The change it has its package from; absent: the purchase. */
  changeId?: string | undefined;
  next?: NextPlan | undefined;
  /** What was asked for and is still to be brought to Stripe: one at a time. */
  wish?: Wish | undefined;
  history: SubscriptionEntry[];
  createdAt: Date;
  version: number;
}

/** The package of an invoice that carries this label; undefined where the change is none of ours. Without a label: the one it began with. */
export function packageOf(
  subscription: Pick<Subscription, 'plans'> | undefined,
  began: PackageSnapshot,
  changeId: string | undefined,
): PackageSnapshot | undefined {
  if (changeId === undefined) return began;
  return subscription?.plans.find((plan) => plan.changeId === changeId)?.package;
}

/** More than a subscription sees in its life, so that its record has a bound. */
const HISTORY_MAX = 500;

/** With one more entry in its history; the oldest give way in the end. */
export function noted<T extends Pick<Subscription, 'history'>>(subscription: T, entry: SubscriptionEntry): T {
  return { ...subscription, history: [...subscription.history, entry].slice(-HISTORY_MAX) };
}
