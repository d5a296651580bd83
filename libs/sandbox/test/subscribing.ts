import type { Stripe } from 'stripe';
import type { Running } from './support.ts';

interface Terms {
  amount?: number;
  interval?: 'month' | 'year';
  every?: number;
  more?: Partial<Stripe.SubscriptionCreateParams>;
}

/** A price of its own product. */
export async function priceOf(
  { stripe }: Running,
  { amount = 30_000, interval = 'month', every = 1 }: Terms = {},
): Promise<string> {
  const product = await stripe.products.create({ name: `Plan of ${amount}` });
  const { id } = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: amount,
    recurring: { interval, interval_count: every },
  });
  return id;
}

export interface Subscribed {
  id: string;
  customer: string;
  itemId: string;
  price: string;
  start: number;
  end: number;
}

/** A subscription that is paid with a saved card, and active. */
export async function subscribed(running: Running, terms: Terms = {}): Promise<Subscribed> {
  const { stripe } = running;
  const price = await priceOf(running, terms);
  const { id: customer } = await stripe.customers.create({ email: 'sarah@bakery.test' });
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }], ...terms.more });
  const [item] = subscription.items.data;
  if (subscription.status !== 'active' || item === undefined) throw new Error(`it is ${subscription.status}`);
  return {
    id: subscription.id,
    customer,
    itemId: item.id,
    price,
    start: item.current_period_start,
    end: item.current_period_end,
  };
}

export const instant = (seconds: number): string => new Date(seconds * 1_000).toISOString();

export const invoicesOf = async ({ stripe }: Running, subscription: string): Promise<Stripe.Invoice[]> =>
  (await stripe.invoices.list({ subscription })).data;

export async function newestInvoice(running: Running, subscription: string): Promise<Stripe.Invoice> {
  const [newest] = await invoicesOf(running, subscription);
  if (newest === undefined) throw new Error('there is no invoice');
  return newest;
}
