import type { Invoice, PaymentIntent, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { moveBalance } from './customer-balance.ts';

/** Voids an open invoice and cancels the payment intent that was to pay it. */
export async function voidInvoice(work: Work, invoice: Invoice): Promise<void> {
  invoice.status = 'void';
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.voided_at = work.now;
  await cancelPayments(work, invoice);
  await giveCreditBack(work, invoice);
  work.emit('invoice.voided', invoice);
}

/** Gives an open invoice up. */
export function markUncollectible(work: Work, invoice: Invoice): void {
  invoice.status = 'uncollectible';
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.marked_uncollectible_at = work.now;
  work.emit('invoice.marked_uncollectible', invoice);
}

/** Cancels a payment intent that nobody will pay any more. */
export function cancelIntent(work: Work, intent: PaymentIntent, reason: PaymentIntent['cancellation_reason']): void {
  intent.status = 'canceled';
  intent.canceled_at = work.now;
  intent.cancellation_reason = reason;
  intent.next_action = null;
  work.emit('payment_intent.canceled', intent);
}

/** Ends a subscription now. What it still owes stays open but is no longer collected. */
export async function endSubscription(
  work: Work,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): Promise<void> {
  const neverBegan = subscription.status === 'incomplete';
  subscription.status = neverBegan ? 'incomplete_expired' : 'canceled';
  subscription.canceled_at ??= work.now;
  subscription.ended_at = work.now;
  if (subscription.cancellation_details !== null) subscription.cancellation_details.reason = reason;
  for (const invoice of await openInvoices(work, subscription)) {
    if (neverBegan) await voidInvoice(work, invoice);
    else stopCollecting(work, invoice);
  }
  await endSchedule(work, subscription);
  work.emit('customer.subscription.deleted', subscription);
}

/** A schedule does not outlive its subscription. */
async function endSchedule(work: Work, subscription: Subscription): Promise<void> {
  if (subscription.schedule === null) return;
  const schedule = await work.get('subscription_schedule', subscription.schedule);
  if (schedule.status !== 'active') return;
  schedule.status = 'canceled';
  schedule.canceled_at = work.now;
  schedule.current_phase = null;
  work.emit('subscription_schedule.canceled', schedule);
}

/** A subscription whose first invoice was not paid in time: as if it had never been. */
export async function expireIncomplete(work: Work, subscription: Subscription): Promise<void> {
  subscription.status = 'incomplete_expired';
  subscription.ended_at = work.now;
  for (const invoice of await openInvoices(work, subscription)) await voidInvoice(work, invoice);
  work.emit('customer.subscription.updated', subscription);
}

async function openInvoices(work: Work, subscription: Subscription): Promise<Invoice[]> {
  const invoices = await work.where('invoice', { 'body.parent.subscription_details.subscription': subscription.id });
  return invoices.filter(({ status }) => status === 'open');
}

function stopCollecting(work: Work, invoice: Invoice): void {
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  work.emit('invoice.updated', invoice);
}

/** What an invoice took from the customer's balance, or put onto it, it takes back. */
async function giveCreditBack(work: Work, invoice: Invoice): Promise<void> {
  const customer = await work.get('customer', invoice.customer ?? '');
  moveBalance(work, customer, {
    amount: (invoice.starting_balance ?? 0) - (invoice.ending_balance ?? 0),
    currency: invoice.currency,
    type: 'unapplied_from_invoice',
    invoice: invoice.id,
  });
}

async function cancelPayments(work: Work, invoice: Invoice): Promise<void> {
  for (const link of await work.where('invoice_payment', { 'body.invoice': invoice.id })) {
    if (link.status !== 'open' || link.payment.payment_intent === undefined) continue;
    link.status = 'canceled';
    link.status_transitions.canceled_at = work.now;
    const intent = await work.get('payment_intent', link.payment.payment_intent);
    if (intent.status !== 'canceled') cancelIntent(work, intent, 'void_invoice');
  }
}
