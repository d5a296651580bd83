import { newStripeId } from '../ids.ts';
import type { InvoiceLine, Price, Subscription, SubscriptionItem } from '../objects.ts';
import { spokenAmount } from '../spoken.ts';

export interface Period {
  start: number;
  end: number;
}

/** What a proration gives back: lines of an earlier invoice. */
export interface Credited {
  invoice: string;
  lines: string[];
}

interface LineInput {
  subscription: Subscription;
  itemId: string;
  pricing: InvoiceLine['pricing'];
  currency: string;
  quantity: number;
  amount: number;
  period: Period;
  description: string;
  /** Undefined for what is not a proration. */
  proration?: { credited: Credited | null; invoiceItem: string | null };
}

/** One line for each item of a subscription, over the period that begins. */
export const periodLines = (subscription: Subscription, productNames: ReadonlyMap<string, string>): InvoiceLine[] =>
  subscription.items.data.map((item) => {
    const { price, quantity = 1 } = item;
    const name = productNames.get(price.product) ?? 'Subscription';
    return newLine({
      subscription,
      itemId: item.id,
      pricing: pricingOf(price),
      currency: price.currency,
      quantity,
      amount: (price.unit_amount ?? 0) * quantity,
      period: { start: item.current_period_start, end: item.current_period_end },
      description: `${quantity} × ${name} (at ${spoken(price)})`,
    });
  });

/** What the rest of a running period costs, of what the whole would. */
export function remainderLine(
  subscription: Subscription,
  item: SubscriptionItem,
  { from, name, whole }: { from: number; name: string; whole: number },
): InvoiceLine {
  const { price, quantity = 1, current_period_start: start, current_period_end: end } = item;
  return newLine({
    subscription,
    itemId: item.id,
    pricing: pricingOf(price),
    currency: price.currency,
    quantity,
    amount: Math.round((whole * (end - from)) / (end - start)),
    period: { start: from, end },
    description: `Remaining time on ${name} after ${dateOf(from)}`,
    proration: { credited: null, invoiceItem: null },
  });
}

/** Any line of a subscription's invoice. Nothing is taken off it yet. */
export function newLine(input: LineInput): InvoiceLine {
  const { subscription, itemId, amount, period, quantity, proration } = input;
  const credited = proration?.credited ?? null;
  return {
    id: newStripeId('il'),
    object: 'line_item',
    amount,
    currency: input.currency,
    description: input.description,
    discount_amounts: [],
    discountable: proration === undefined,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: { ...subscription.metadata },
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: proration?.invoiceItem ?? null,
        proration: proration !== undefined,
        proration_details:
          proration === undefined
            ? null
            : {
                credited_items:
                  credited === null ? null : { invoice: credited.invoice, invoice_line_items: credited.lines },
              },
        subscription: subscription.id,
        subscription_item: itemId,
      },
      type: 'subscription_item_details',
    },
    period: { ...period },
    pretax_credit_amounts: [],
    pricing: input.pricing,
    quantity,
    quantity_decimal: String(quantity),
    subscription: subscription.id,
    subtotal: amount,
    taxes: [],
  };
}

/** The date an invoice speaks of. */
export const dateOf = (seconds: number): string => new Date(seconds * 1_000).toUTCString().slice(5, 16);

const pricingOf = (price: Price): InvoiceLine['pricing'] => ({
  price_details: { price: price.id, product: price.product },
  type: 'price_details',
  unit_amount_decimal: price.unit_amount_decimal,
});

function spoken(price: Price): string {
  const amount = spokenAmount(price.unit_amount ?? 0, price.currency);
  const { interval = 'month', interval_count: count = 1 } = price.recurring ?? {};
  return `${amount} / ${count === 1 ? interval : `every ${count} ${interval}s`}`;
}
