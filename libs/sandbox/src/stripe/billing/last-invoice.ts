import type { Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { methodIdOf } from './collect.ts';
import { creditLines } from './credit.ts';
import { finalizeInvoice } from './finalize.ts';
import { createInvoice } from './invoice.ts';
import { keepForLater, markInvoiced, pendingItems, pendingLines } from './pending.ts';
import { productNamesOf } from './product-names.ts';

/** What was paid for the rest of the running period waits as a credit for the next invoice. */
export async function giveUnusedBack(work: Work, subscription: Subscription): Promise<void> {
  const names = await productNamesOf(work, subscription);
  for (const item of subscription.items.data) {
    const name = names.get(item.price.product) ?? 'Subscription';
    const credits = await creditLines(work, { subscription, item, from: work.now, name });
    for (const line of credits) keepForLater(work, subscription, line);
  }
}

/** Bills what still waits when a subscription ends; what is below zero becomes the customer's credit. */
export async function billPending(work: Work, subscription: Subscription): Promise<void> {
  const pending = await pendingItems(work, subscription);
  if (pending.length === 0) return;
  const customer = await work.get('customer', subscription.customer);
  const invoice = createInvoice(work, {
    subscription,
    customer,
    reason: 'subscription_update',
    lines: pendingLines(subscription, pending),
    period: { start: work.now, end: work.now },
  });
  markInvoiced(pending, invoice);
  subscription.latest_invoice = invoice.id;
  const methodId = methodIdOf(subscription, customer);
  finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription update' });
}
