import { newStripeId } from '../ids.ts';
import { spokenAmount } from '../spoken.ts';
import type { InvoiceLine, Price, Subscription, SubscriptionItem } from '../objects.ts';

export interface Period {
  start: number;
  end: number;
}

interface LineInput {
  subscription: Subscription;
  item: SubscriptionItem;
  price: Price;
  quantity: number;
  amount: number;
  period: Period;
  proration: boolean;
  description: string;
}

/** One line for each item of a subscription, over the period that begins. */
export const periodLines = (subscription: Subscription, productNames: ReadonlyMap<string, string>): InvoiceLine[] =>
  subscription.items.data.map((item) => {
    const { price, quantity = 1 } = item;
    const name = productNames.get(price.product) ?? 'Subscription';
    return newLine({
      subscription,
      item,
      price,
      quantity,
      amount: (price.unit_amount ?? 0) * quantity,
      period: { start: item.current_period_start, end: item.current_period_end },
      proration: false,
      description: `${quantity} × ${name} (at ${spoken(price)})`,
    });
  });

/** The share of a price that falls on what is left of a period; negative to give it back. */
export function prorationLine(
  input: Pick<LineInput, 'subscription' | 'item' | 'price' | 'quantity'> & {
    whole: Period;
    from: number;
    sign: 1 | -1;
    name: string;
  },
): InvoiceLine {
  const { whole, from, sign, price, quantity, name } = input;
  const share = (whole.end - from) / (whole.end - whole.start);
  const amount = sign * Math.round((price.unit_amount ?? 0) * quantity * share);
  const date = new Date(from * 1_000).toUTCString().slice(5, 16);
  const description = `${sign < 0 ? 'Unused time on' : 'Remaining time on'} ${name} after ${date}`;
  return newLine({ ...input, amount, period: { start: from, end: whole.end }, proration: true, description });
}

function newLine(input: LineInput): InvoiceLine {
  const { subscription, item, price, quantity, amount, period, proration, description } = input;
  return {
    id: newStripeId('il'),
    object: 'line_item',
    amount,
    currency: price.currency,
    description,
    discount_amounts: [],
    discountable: !proration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: { ...subscription.metadata },
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration,
        proration_details: proration ? { credited_items: null } : null,
        subscription: subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { ...period },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: String(quantity),
    subscription: subscription.id,
    subtotal: amount,
    taxes: [],
  };
}

function spoken(price: Price): string {
  const amount = spokenAmount(price.unit_amount ?? 0, price.currency);
  const { interval = 'month', interval_count: count = 1 } = price.recurring ?? {};
  return `${amount} / ${count === 1 ? interval : `every ${count} ${interval}s`}`;
}
