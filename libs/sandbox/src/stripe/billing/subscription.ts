import { newStripeId } from '../ids.ts';
import { invalid } from '../errors.ts';
import type { Customer, Plan, Price, Subscription, SubscriptionItem } from '../objects.ts';
import { periodEndAfter } from '../periods.ts';
import type { Work } from '../work.ts';

/** What a caller may decide about a new subscription. */
export interface SubscriptionTerms {
  customer: Customer;
  items: readonly { price: Price; quantity: number }[];
  cancelAtPeriodEnd: boolean;
  defaultPaymentMethod: string | null;
  description: string | null;
  metadata: Record<string, string>;
  saveDefaultPaymentMethod: 'off' | 'on_subscription';
  paymentMethodTypes: Subscription['payment_settings'] extends infer S
    ? S extends { payment_method_types: infer T }
      ? T
      : never
    : never;
}

/** A subscription before its first invoice is paid. */
export function newSubscription(work: Work, terms: SubscriptionTerms): Subscription {
  const id = newStripeId('sub');
  const [first] = terms.items;
  if (first === undefined)
    throw invalid('Missing required param: items.', { code: 'parameter_missing', param: 'items' });
  const items = terms.items.map(({ price, quantity }) => newItem(id, work.now, { price, quantity }));
  const ends = Math.min(...items.map((item) => item.current_period_end));
  return work.add<Subscription>({
    ...emptySubscription(),
    id,
    billing_cycle_anchor: work.now,
    cancel_at: terms.cancelAtPeriodEnd ? ends : null,
    cancel_at_period_end: terms.cancelAtPeriodEnd,
    canceled_at: terms.cancelAtPeriodEnd ? work.now : null,
    created: work.now,
    currency: first.price.currency,
    customer: terms.customer.id,
    default_payment_method: terms.defaultPaymentMethod,
    description: terms.description,
    items: { object: 'list', data: items, has_more: false, url: `/v1/subscription_items?subscription=${id}` },
    metadata: terms.metadata,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: terms.paymentMethodTypes,
      save_default_payment_method: terms.saveDefaultPaymentMethod,
    },
    start_date: work.now,
  });
}

/** A price that can be subscribed to, or the refusal Stripe gives. */
export async function recurringPrice(work: Work, id: string, param: string): Promise<Price> {
  const price = await work.get('price', id, param);
  if (!price.active)
    throw invalid('The price specified is inactive. This field only accepts active prices.', { param });
  if (price.recurring === null) {
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      { param },
    );
  }
  return price;
}

/** The old name of a price, which subscription items still carry. */
export const planOf = (price: Price): Plan => ({
  id: price.id,
  object: 'plan',
  active: price.active,
  amount: price.unit_amount,
  amount_decimal: price.unit_amount_decimal,
  billing_scheme: 'per_unit',
  created: price.created,
  currency: price.currency,
  interval: price.recurring?.interval ?? 'month',
  interval_count: price.recurring?.interval_count ?? 1,
  livemode: false,
  metadata: price.metadata,
  meter: null,
  nickname: price.nickname,
  product: price.product,
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: null,
  usage_type: 'licensed',
});

function newItem(
  subscription: string,
  now: number,
  { price, quantity }: { price: Price; quantity: number },
): SubscriptionItem {
  const recurrence = price.recurring ?? { interval: 'month', interval_count: 1 };
  return {
    id: newStripeId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: periodEndAfter(now, recurrence, now),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  };
}

const emptySubscription = (): Subscription => ({
  id: '',
  object: 'subscription',
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor: 0,
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  created: 0,
  currency: '',
  customer: '',
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  items: { object: 'list', data: [], has_more: false, url: '' },
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: null,
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  start_date: 0,
  status: 'incomplete',
  test_clock: null,
  transfer_data: null,
  trial_end: null,
  trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' } },
  trial_start: null,
});
