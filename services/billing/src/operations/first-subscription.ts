import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from '../domain/transaction.ts';

/**
 * Whether a purchase began the subscription that is labelled with it. Labels can be written by whoever owns the account, and one
 * purchase never begins two: once its subscription is known, no other counts.
 */
export function hasBegun(
  labelled: Transaction | undefined,
  subscription: { stripeAccount: string; subscriptionId: string },
): labelled is Transaction {
  if (labelled?.kind !== 'first_period' || labelled.stripeAccount !== subscription.stripeAccount) return false;
  const { subscriptionId = subscription.subscriptionId } = labelled.stripe;
  return subscriptionId === subscription.subscriptionId;
}

/** The record of a subscription that a purchase began, before anything is paid. */
export function firstSubscription(transaction: Transaction, subscriptionId: string): Subscription {
  const { tenantId, clientId, packageId, stripeAccount, createdAt } = transaction;
  return {
    _id: subscriptionId,
    tenantId,
    clientId,
    packageId,
    stripeAccount,
    createdAt,
    package: transaction.package,
    firstTransactionId: transaction._id,
    state: 'incomplete',
    cancelAtPeriodEnd: false,
    paused: false,
    plans: [],
    history: [],
    version: 1,
  };
}
