import { derivedStripeId } from '../ids.ts';
import type { Customer, Invoice, InvoicePayment, PaymentIntent } from '../objects.ts';
import { newPaymentIntent } from '../payments/payment-intent.ts';
import type { Work } from '../work.ts';
import { moveBalance, settleWithBalance } from './customer-balance.ts';
import { markPaid } from './settlement.ts';

const NUMBER_WIDTH = 4;

/**
 * Opens a draft: it gets its number, the customer's credit is used, and a payment intent for the rest.
 * Returns that intent, or undefined when nothing was due and the invoice is paid already.
 */
export function finalizeInvoice(
  work: Work,
  {
    invoice,
    customer,
    methodId,
    description,
  }: { invoice: Invoice; customer: Customer; methodId: string | null; description: string },
): PaymentIntent | undefined {
  const sequence = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = sequence + 1;
  // Counted again: the balance may have changed while the invoice was a draft.
  const { due, ending } = settleWithBalance(invoice.total, customer.balance);
  invoice.starting_balance = customer.balance;
  invoice.amount_due = due;
  invoice.amount_remaining = due;
  moveBalance(work, customer, {
    amount: ending - customer.balance,
    currency: invoice.currency,
    type: 'applied_to_invoice',
    invoice: invoice.id,
  });
  invoice.number = `${customer.invoice_prefix ?? 'INV'}-${String(sequence).padStart(NUMBER_WIDTH, '0')}`;
  invoice.status = 'open';
  invoice.effective_at = work.now;
  invoice.ending_balance = customer.balance;
  invoice.status_transitions.finalized_at = work.now;
  work.emit('invoice.finalized', invoice);
  if (invoice.amount_due === 0) {
    markPaid(work, invoice);
    return undefined;
  }
  return intentOf(work, invoice, { methodId, description });
}

function intentOf(
  work: Work,
  invoice: Invoice,
  terms: { methodId: string | null; description: string },
): PaymentIntent {
  // Derived from the invoice: an invoice has one intent, whatever is repeated.
  const intent = newPaymentIntent(work, {
    id: derivedStripeId('pi', invoice.id),
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: terms.description,
    payment_method: terms.methodId,
    payment_method_types: [...(invoice.payment_settings.payment_method_types ?? ['card'])],
    setup_future_usage: 'off_session',
  });
  work.add<InvoicePayment>({
    id: derivedStripeId('inpay', invoice.id),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: work.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  return intent;
}
