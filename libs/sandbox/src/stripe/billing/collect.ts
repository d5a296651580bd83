import { attemptPayment, cardError } from '../payments/attempt.ts';
import { assertUsableBy, paymentMethodOf } from '../payments/payment-method.ts';
import type { Customer, Invoice, PaymentIntent, Subscription } from '../objects.ts';
import type { StripeError } from '../errors.ts';
import type { Work } from '../work.ts';
import { lapse, settleInvoiceOf } from './settlement.ts';

/** The card a subscription is paid with: its own, else the customer's. */
export const methodIdOf = (subscription: Subscription, customer: Customer): string | null =>
  subscription.default_payment_method ?? customer.invoice_settings.default_payment_method;

/** The intent that is to pay an open invoice. */
export async function intentOfInvoice(work: Work, invoice: Invoice): Promise<PaymentIntent | undefined> {
  const [link] = await work.where('invoice_payment', { 'body.invoice': invoice.id });
  const id = link?.payment.payment_intent;
  return id === undefined ? undefined : work.get('payment_intent', id);
}

/** Tries to pay an invoice with a card; returns the card error, if it came to one. */
export async function collectInvoice(
  work: Work,
  {
    invoice,
    intent,
    methodId,
    offSession,
  }: { invoice: Invoice; intent: PaymentIntent; methodId: string; offSession: boolean },
): Promise<StripeError | undefined> {
  const method = await paymentMethodOf(work, methodId);
  assertUsableBy(method, invoice.customer);
  const attempt = await attemptPayment(work, { intent, method, offSession });
  await settleInvoiceOf(work, intent, attempt);
  return attempt.result === 'declined' ? cardError(attempt, intent) : undefined;
}

/** What happens to an invoice when there is no card to try. */
export function failWithoutMethod(work: Work, invoice: Invoice, subscription: Subscription): void {
  invoice.attempted = true;
  invoice.attempt_count += 1;
  work.emit('invoice.payment_failed', invoice);
  lapse(work, subscription);
}
