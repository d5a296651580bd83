import { checkAgainAfterMs, FEE_CHECKS_MAX } from '../domain/patience.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import { saveTransaction } from '../store/transactions.ts';
import { postponeCheck } from '../store/transaction-queries.ts';
import { carryRefund } from './carry-refund.ts';
import type { Deps } from './deps.ts';
import { placeAtStripe } from './open-payment.ts';
import { syncTransaction } from './sync.ts';

/**
 * Asks Stripe about a transaction whose outcome has not been heard. One that never got to Stripe (its maker died, or Stripe
 * was away) is brought there under the same key, so that nothing can exist that we do not know of.
 */
export async function checkStale(deps: Deps, stale: { transaction: Transaction; checks: number }): Promise<void> {
  const { transaction, checks } = stale;
  // Put off first: one that fails every time must not stand in front of the others.
  const again = new Date(deps.clock.wallNow().getTime() + checkAgainAfterMs(checks));
  await postponeCheck(deps.transactions, transaction, again);
  if (transaction.state === 'pending' && transaction.stripe.paymentIntentId === undefined) {
    await placeAtStripe(deps, transaction);
    return;
  }
  const after = await carryOn(deps, await syncTransaction(deps, transaction));
  if (isPaid(after) && after.feeIsEstimate && checks + 1 >= FEE_CHECKS_MAX)
    await saveTransaction(deps.transactions, after, after, { events: [], checkAt: undefined });
}

/** Refunds that were recorded and did not get to Stripe: those that did were found there just now. */
async function carryOn(deps: Deps, transaction: Transaction): Promise<Transaction> {
  let after = transaction;
  for (const { refundId, status, stripeRefundId } of transaction.refunds)
    if (status === 'pending' && stripeRefundId === undefined) after = await carryRefund(deps, after, refundId);
  return after;
}
