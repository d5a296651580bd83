import { newStripeId } from '../ids.ts';
import type { Invoice, InvoiceItem, InvoiceLine, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { newLine } from './lines.ts';

/** Prorations that wait for a subscription's next invoice, newest first. */
export const pendingItems = (work: Work, subscription: Subscription): Promise<InvoiceItem[]> =>
  work.where('invoiceitem', {
    'body.parent.subscription_details.subscription': subscription.id,
    'body.invoice': null,
  });

/** Keeps a proration for the next invoice. */
export function keepForLater(work: Work, subscription: Subscription, line: InvoiceLine): void {
  const details = line.parent?.subscription_item_details;
  const credited = details?.proration_details?.credited_items ?? null;
  const item = work.add<InvoiceItem>({
    id: newStripeId('ii'),
    object: 'invoiceitem',
    amount: line.amount,
    currency: line.currency,
    customer: subscription.customer,
    customer_account: null,
    date: work.now,
    description: line.description,
    discountable: false,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: line.metadata,
    net_amount: line.amount,
    parent: {
      subscription_details: {
        subscription: subscription.id,
        ...(details === undefined || details === null ? {} : { subscription_item: details.subscription_item }),
      },
      type: 'subscription_details',
    },
    period: line.period,
    pricing: line.pricing as InvoiceItem['pricing'],
    proration: true,
    proration_details: {
      credited_items:
        credited === null ? null : { invoice_line_item_details: { ...credited }, type: 'invoice_line_items' },
      discount_amounts: [],
    },
    quantity: line.quantity ?? 1,
    quantity_decimal: String(line.quantity ?? 1),
    tax_rates: [],
    test_clock: null,
  });
  work.emit('invoiceitem.created', item);
}

/** The lines that pending items become, oldest first. */
export const pendingLines = (subscription: Subscription, items: readonly InvoiceItem[]): InvoiceLine[] =>
  items.toReversed().map((item) => {
    const credited = item.proration_details?.credited_items?.invoice_line_item_details;
    return newLine({
      subscription,
      itemId: item.parent?.subscription_details?.subscription_item ?? '',
      pricing: item.pricing,
      currency: item.currency,
      quantity: item.quantity,
      amount: item.amount,
      period: item.period,
      description: item.description ?? '',
      proration: {
        credited: credited === undefined ? null : { invoice: credited.invoice, lines: credited.invoice_line_items },
        invoiceItem: item.id,
      },
    });
  });

/** They wait no longer. */
export function markInvoiced(items: readonly InvoiceItem[], invoice: Invoice): void {
  for (const item of items) item.invoice = invoice.id;
}
