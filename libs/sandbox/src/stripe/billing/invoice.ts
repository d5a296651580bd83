import { newStripeId } from '../ids.ts';
import type { Customer, Invoice, InvoiceLine, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { netOf } from './credit.ts';
import { settleWithBalance } from './customer-balance.ts';
import { discountLines, discountTotals, type Applied } from './discounts.ts';

type BillingReason = 'subscription_create' | 'subscription_cycle' | 'subscription_update';

export interface InvoiceInput {
  id?: string;
  subscription: Subscription;
  customer: Customer;
  reason: BillingReason;
  lines: InvoiceLine[];
  /** What is taken off the lines that can be discounted. */
  discounts?: readonly Applied[];
  /** The period that has run; the one that is paid for stands in the lines, as at Stripe. */
  period: { start: number; end: number };
}

/** A draft invoice, not yet kept anywhere: a preview answers it as it is. */
export function draftInvoice(now: number, input: InvoiceInput): Invoice {
  const { id = newStripeId('in'), subscription, customer, period } = input;
  const lines = discountLines(input.lines, input.discounts ?? []);
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const total = lines.reduce((sum, line) => sum + netOf(line), 0);
  const { due } = settleWithBalance(total, customer.balance);
  return {
    ...emptyInvoice(),
    id,
    amount_due: due,
    amount_remaining: due,
    billing_reason: input.reason,
    created: now,
    currency: subscription.currency,
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    default_payment_method: null,
    description: subscription.description,
    lines: {
      object: 'list',
      data: lines.map((line) => ({ ...line, invoice: id })),
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    parent: {
      quote_details: null,
      subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: subscription.payment_settings?.payment_method_types ?? null,
    },
    period_end: period.end,
    period_start: period.start,
    starting_balance: customer.balance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    ...discountTotals(lines),
    total,
    total_excluding_tax: total,
  };
}

/** Keeps a draft and tells of it. */
export function createInvoice(work: Work, input: InvoiceInput): Invoice {
  const invoice = work.add(draftInvoice(work.now, input));
  work.emit('invoice.created', invoice);
  return invoice;
}

const emptyInvoice = (): Invoice => ({
  id: '',
  object: 'invoice',
  account_country: 'US',
  account_name: 'Consult sandbox',
  account_tax_ids: null,
  amount_due: 0,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_remaining: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  auto_advance: true,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  billing_reason: 'manual',
  collection_method: 'charge_automatically',
  created: 0,
  currency: '',
  custom_fields: null,
  customer: null,
  customer_account: null,
  customer_address: null,
  customer_email: null,
  customer_name: null,
  customer_phone: null,
  customer_shipping: null,
  customer_tax_exempt: 'none',
  customer_tax_ids: [],
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  due_date: null,
  effective_at: null,
  ending_balance: null,
  footer: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  lines: { object: 'list', data: [], has_more: false, url: '' },
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  parent: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  period_end: 0,
  period_start: 0,
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  starting_balance: 0,
  statement_descriptor: null,
  status: 'draft',
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  subtotal: 0,
  subtotal_excluding_tax: 0,
  test_clock: null,
  total: 0,
  total_discount_amounts: [],
  total_excluding_tax: 0,
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
});
