import type { Subscription, SubscriptionSchedule } from '../objects.ts';
import type { Phase } from './phases.ts';

/** What a phase says that a caller leaves out. */
export const emptyPhase = (): Phase => ({
  add_invoice_items: [],
  application_fee_percent: null,
  billing_cycle_anchor: null,
  billing_thresholds: null,
  collection_method: null,
  currency: '',
  default_payment_method: null,
  default_tax_rates: [],
  description: null,
  discounts: [],
  end_date: 0,
  invoice_settings: null,
  items: [],
  metadata: {},
  on_behalf_of: null,
  proration_behavior: 'create_prorations',
  start_date: 0,
  transfer_data: null,
  trial_end: null,
});

/** One thing a phase sells. */
export const phaseItem = (price: string, quantity: number): Phase['items'][number] => ({
  billing_thresholds: null,
  discounts: [],
  metadata: {},
  plan: price,
  price,
  quantity,
  tax_rates: [],
});

/** The period that runs, as a phase. */
export function phaseOf(subscription: Subscription): Phase {
  const items = subscription.items.data;
  return {
    ...emptyPhase(),
    currency: subscription.currency,
    start_date: Math.min(...items.map((item) => item.current_period_start)),
    end_date: Math.min(...items.map((item) => item.current_period_end)),
    items: items.map(({ price, quantity }) => phaseItem(price.id, quantity ?? 1)),
  };
}

/** The settings of a schedule that sets nothing. */
export const defaultSettings = (): SubscriptionSchedule['default_settings'] => ({
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor: 'automatic',
  billing_thresholds: null,
  collection_method: 'charge_automatically',
  default_payment_method: null,
  description: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    days_until_due: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  on_behalf_of: null,
  transfer_data: null,
});
