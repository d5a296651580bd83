import type { Attempt } from '../payments/attempt.ts';
import type { Invoice, InvoicePayment, PaymentIntent, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';

/** Carries what happened to an intent over to its invoice and its subscription; a one-time purchase has neither. */
export async function settleInvoiceOf(work: Work, intent: PaymentIntent, attempt: Attempt): Promise<void> {
  const [link] = await work.where('invoice_payment', { 'body.payment.payment_intent': intent.id });
  if (link === undefined) return;
  const invoice = await work.get('invoice', link.invoice);
  const subscription = await subscriptionOf(work, invoice);
  switch (attempt.result) {
    case 'succeeded':
      payLink(work, link, invoice);
      markPaid(work, invoice);
      if (subscription !== undefined) paySubscription(work, { subscription, invoice, methodId: attempt.method.id });
      return;
    case 'declined':
      markFailed(work, invoice);
      if (subscription !== undefined) lapse(work, subscription);
      return;
    case 'requires_action':
      work.emit('invoice.payment_action_required', invoice);
  }
}

/** Closes an invoice as paid: by a card, or because nothing was due. */
export function markPaid(work: Work, invoice: Invoice): void {
  invoice.status = 'paid';
  invoice.attempted = true;
  if (invoice.amount_due > 0) invoice.attempt_count += 1;
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = work.now;
  work.emit('invoice.updated', invoice);
  work.emit('invoice.paid', invoice);
  work.emit('invoice.payment_succeeded', invoice);
}

/** The subscription an invoice bills, where it bills one. */
export async function subscriptionOf(work: Work, invoice: Invoice): Promise<Subscription | undefined> {
  const id = invoice.parent?.subscription_details?.subscription;
  return id === undefined ? undefined : work.find('subscription', id);
}

/** A period that was paid for makes an incomplete or overdue subscription active. */
export function activate(work: Work, subscription: Subscription): void {
  if (subscription.status !== 'incomplete' && subscription.status !== 'past_due') return;
  subscription.status = 'active';
  work.emit('customer.subscription.updated', subscription);
}

/** An unpaid invoice makes an active subscription overdue; one that never began stays incomplete. */
export function lapse(work: Work, subscription: Subscription): void {
  if (subscription.status !== 'active') return;
  subscription.status = 'past_due';
  work.emit('customer.subscription.updated', subscription);
}

function payLink(work: Work, link: InvoicePayment, invoice: Invoice): void {
  link.status = 'paid';
  link.amount_paid = invoice.amount_due;
  link.status_transitions.paid_at = work.now;
  work.emit('invoice_payment.paid', link);
}

function paySubscription(
  work: Work,
  { subscription, invoice, methodId }: { subscription: Subscription; invoice: Invoice; methodId: string },
): void {
  const saves = subscription.payment_settings?.save_default_payment_method === 'on_subscription';
  const before = subscription.default_payment_method;
  if (saves) subscription.default_payment_method = methodId;
  // An old invoice may be paid while a newer one is open; only the newest decides.
  const isLatest = subscription.latest_invoice === invoice.id;
  const wakes = isLatest && (subscription.status === 'incomplete' || subscription.status === 'past_due');
  if (wakes) activate(work, subscription);
  else if (before !== subscription.default_payment_method) work.emit('customer.subscription.updated', subscription);
}

function markFailed(work: Work, invoice: Invoice): void {
  invoice.attempted = true;
  invoice.attempt_count += 1;
  work.emit('invoice.payment_failed', invoice);
}
