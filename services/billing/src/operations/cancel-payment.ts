import { refuse } from '@consult/runtime/errors';
import type { Transaction } from '../domain/transaction.ts';
import { saveTransaction } from '../store/transactions.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { syncTransaction } from './sync.ts';

/**
 * Cancels an unpaid purchase at Stripe and writes what Stripe then says: cancelled, or paid after all.
 * Refusals: conflict when the payment is just being made.
 */
export async function cancelAtStripe(deps: Deps, transaction: Transaction): Promise<Transaction> {
  if (transaction.kind === 'first_period') await cancelSubscription(deps, transaction);
  else await cancelIntent(deps, transaction);
  const after = await syncTransaction(deps, transaction);
  if (after.state === 'pending')
    return refuse('conflict', { transactionId: transaction.transactionId, reason: 'payment_in_progress' });
  return after;
}

/** Closes the record of a purchase that Stripe has definitely refused to open: nothing of it exists there. */
export async function closeRefused(deps: Deps, transaction: Transaction, reason: string): Promise<void> {
  const entry = { at: deps.clock.now(), from: 'pending', to: 'cancelled', actor: 'stripe', reason } as const;
  const after: Transaction = {
    ...transaction,
    state: 'cancelled',
    history: [...transaction.history, entry],
    version: transaction.version + 1,
  };
  await saveTransaction(deps.transactions, transaction, after, { events: [], checkAt: undefined });
}

async function cancelIntent(deps: Deps, { stripe, stripeAccount }: Transaction): Promise<void> {
  const { paymentIntentId } = stripe;
  if (paymentIntentId === undefined) return;
  await unlessEnded(() =>
    deps.stripe.call((sdk) =>
      sdk.paymentIntents.cancel(paymentIntentId, { cancellation_reason: 'abandoned' }, on(stripeAccount)),
    ),
  );
}

/** The invoice first: its payment is what could still arrive. */
async function cancelSubscription(deps: Deps, { stripe, stripeAccount }: Transaction): Promise<void> {
  const { invoiceId, subscriptionId } = stripe;
  if (invoiceId === undefined || subscriptionId === undefined) return;
  await unlessEnded(() => deps.stripe.call((sdk) => sdk.invoices.voidInvoice(invoiceId, {}, on(stripeAccount))));
  const invoice = await deps.stripe.call((sdk) => sdk.invoices.retrieve(invoiceId, {}, on(stripeAccount)));
  if (invoice.status !== 'void') return;
  await unlessEnded(() => deps.stripe.call((sdk) => sdk.subscriptions.cancel(subscriptionId, {}, on(stripeAccount))));
}

/**
 * Stripe refuses to cancel what has ended by itself, or is being paid; the next look says how. Cancelling twice is harmless, so it
 * goes without a key of ours: Stripe would repeat the refusal under it for a day, also when it could be cancelled by then.
 */
async function unlessEnded(cancel: () => Promise<unknown>): Promise<void> {
  try {
    await cancel();
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
  }
}
