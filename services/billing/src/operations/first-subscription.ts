import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from '../domain/transaction.ts';

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
    version: 1,
  };
}
