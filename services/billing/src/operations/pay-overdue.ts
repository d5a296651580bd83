import type { Subscription } from '../domain/subscription.ts';
import { isCardRefusal, isStripeRefusal, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { idOf } from './read-payment.ts';
import { syncInvoice } from './sync-invoice.ts';

/** Pays a subscription with this card from now on, and what it owes at once. */
export async function payWithCard(deps: Deps, subscription: Subscription, methodId: string): Promise<void> {
  const { _id: subscriptionId, stripeAccount, state } = subscription;
  try {
    await deps.stripe.call((sdk) =>
      sdk.subscriptions.update(subscriptionId, { default_payment_method: methodId }, on(stripeAccount)),
    );
  } catch (error) {
    // Stripe changes nothing of a subscription that has just ended.
    if (!isStripeRefusal(error)) throw error;
  }
  if (state === 'past_due') await payOverdue(deps, subscription, methodId);
}

/** Tries what a subscription owes once more with this card, and writes what came of it. A card that declines is no failure of ours. */
async function payOverdue(deps: Deps, subscription: Subscription, methodId: string): Promise<void> {
  const { _id: subscriptionId, stripeAccount } = subscription;
  const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(subscriptionId, {}, on(stripeAccount)));
  const invoiceId = idOf(remote.latest_invoice);
  if (invoiceId === undefined) return;
  // Where it has been paid meanwhile, our record may not say so yet: the caller must not be shown it as overdue.
  if (remote.status === 'past_due') await tryInvoice(deps, { stripeAccount, subscriptionId, invoiceId, methodId });
  await syncInvoice(deps, { stripeAccount, invoiceId });
}

async function tryInvoice(
  deps: Deps,
  owed: { stripeAccount: string; subscriptionId: string; invoiceId: string; methodId: string },
): Promise<void> {
  const { stripeAccount, subscriptionId, invoiceId, methodId } = owed;
  try {
    // An invoice is paid once, however often it is tried: no key, under which Stripe would repeat a decline for a day.
    await deps.stripe.call((sdk) => sdk.invoices.pay(invoiceId, { payment_method: methodId }, on(stripeAccount)));
  } catch (error) {
    if (!isCardRefusal(error) && !isStripeRefusal(error)) throw error;
    deps.logger.info({ subscriptionId, stripeCode: error.code }, 'overdue invoice not paid');
  }
}
