import type Stripe from 'stripe';
import type { Receipt, StripeWord } from '../domain/settle.ts';
import type { PaidPeriod, PaymentFault } from '../domain/transaction.ts';

/** Read together with an intent: its charge and what Stripe kept of it. */
export const INTENT_EXPAND = ['latest_charge.balance_transaction'];

/** Invoices of other kinds are none of ours. */
const REASONS: Readonly<Record<string, PaidPeriod['reason']>> = {
  subscription_create: 'create',
  subscription_cycle: 'cycle',
  subscription_update: 'update',
};

/** What Stripe says about a payment made once. */
export function wordOfIntent(intent: Stripe.PaymentIntent): StripeWord {
  if (intent.status === 'succeeded') return { kind: 'succeeded', receipt: receiptOf(intent) };
  if (intent.status === 'canceled') return { kind: 'canceled' };
  return faultWord(intent);
}

/** What Stripe says about the payment of an invoice; an invoice that credit has paid has no intent. */
export function wordOfInvoice(
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent | undefined,
  period: PaidPeriod,
): StripeWord {
  if (invoice.status === 'paid') return { kind: 'succeeded', receipt: { ...invoiceReceipt(invoice, intent), period } };
  if (invoice.status === 'void') return { kind: 'canceled' };
  if (period.reason === 'cycle') return renewalWord(invoice, intent);
  return intent === undefined ? { kind: 'open' } : faultWord(intent);
}

/** A renewal that failed: by its card, or for want of one. */
function renewalWord(invoice: Stripe.Invoice, intent: Stripe.PaymentIntent | undefined): StripeWord {
  const word = intent === undefined ? ({ kind: 'open' } as const) : faultWord(intent);
  const { attempt_count: count, attempted, next_payment_attempt: next } = invoice;
  const renewal = { givenUp: false, ...(next === null ? {} : { nextAttemptAt: secondsToDate(next) }) };
  if (word.kind === 'declined') return { kind: 'declined', fault: { ...word.fault, renewal } };
  if (!attempted || count === 0) return word;
  const fault = {
    code: 'payment_method_missing',
    message: 'There is no card to pay with.',
    attempt: `without-${count}`,
  };
  return { kind: 'declined', fault: { ...fault, renewal } };
}

function invoiceReceipt(invoice: Stripe.Invoice, intent: Stripe.PaymentIntent | undefined): Receipt {
  const paidAt = secondsToDate(invoice.status_transitions.paid_at ?? invoice.created);
  const { hosted_invoice_url: invoiceUrl, invoice_pdf: invoicePdf } = invoice;
  const links = { invoiceUrl: invoiceUrl ?? undefined, invoicePdf: invoicePdf ?? undefined };
  // Paid by credit, or marked as paid by hand: Stripe took no fee.
  if (intent?.status !== 'succeeded')
    return { ...links, grossMinor: invoice.amount_paid, currency: invoice.currency, paidAt, processingFeeMinor: 0 };
  return { ...links, ...receiptOf(intent), grossMinor: invoice.amount_paid };
}

function receiptOf(intent: Stripe.PaymentIntent): Receipt {
  const charge = intent.latest_charge;
  const common = { grossMinor: intent.amount_received, currency: intent.currency };
  if (charge === null || typeof charge === 'string')
    return { ...common, ...(charge === null ? {} : { chargeId: charge }), paidAt: secondsToDate(intent.created) };
  const balance = charge.balance_transaction;
  const isKnown = balance !== null && typeof balance !== 'string';
  return {
    ...common,
    chargeId: charge.id,
    paidAt: secondsToDate(charge.created),
    ...(charge.receipt_url === null ? {} : { receiptUrl: charge.receipt_url }),
    // A balance in another currency than the price says nothing about the fee in the price's.
    ...(isKnown && balance.currency === intent.currency ? { processingFeeMinor: balance.fee } : {}),
  };
}

function faultWord(intent: Stripe.PaymentIntent): StripeWord {
  const error = intent.last_payment_error;
  if (error === null) return { kind: 'open' };
  const fault: PaymentFault = {
    code: error.code ?? error.type,
    ...(error.decline_code === undefined ? {} : { declineCode: error.decline_code }),
    message: error.message ?? '',
    attempt: error.charge ?? error.payment_method?.id ?? error.code ?? error.type,
  };
  return { kind: 'declined', fault };
}

/** Whether an invoice sells a period, and does not only settle a change within one. */
export function sellsPeriod(invoice: Stripe.Invoice): boolean {
  return invoice.lines.data.some((line) => line.parent?.subscription_item_details?.proration !== true);
}

/** The period an invoice is about: that of its line which is not a proration, the longest reaching if there are several. */
export function periodOf(invoice: Stripe.Invoice, subscriptionId: string): PaidPeriod | undefined {
  const reason = reasonOf(invoice);
  if (reason === undefined) return undefined;
  const whole = invoice.lines.data.filter((line) => line.parent?.subscription_item_details?.proration !== true);
  const [longest] = [...(whole.length > 0 ? whole : invoice.lines.data)].sort((a, b) => b.period.end - a.period.end);
  if (longest === undefined) return undefined;
  const { start, end } = longest.period;
  return { subscriptionId, periodStart: secondsToDate(start), periodEnd: secondsToDate(end), reason };
}

function reasonOf({ billing_reason: reason }: Stripe.Invoice): PaidPeriod['reason'] | undefined {
  return reason === null ? undefined : REASONS[reason];
}

/** Stripe's instants are whole seconds. */
function secondsToDate(seconds: number): Date {
  return new Date(seconds * 1_000);
}

/** The id behind a reference, expanded or not. */
export function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}
