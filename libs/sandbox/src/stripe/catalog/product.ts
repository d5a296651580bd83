import { newStripeId } from '../ids.ts';
import type { Price, Product } from '../objects.ts';
import type { Work } from '../work.ts';

export type ProductTerms = Pick<Product, 'name' | 'active' | 'description' | 'images' | 'metadata' | 'url'> &
  Required<Pick<Product, 'statement_descriptor' | 'unit_label' | 'tax_code'>> & { id: string | undefined };

/** Something that is sold; what it costs stands in its prices. */
export function newProduct(work: Work, terms: ProductTerms): Product {
  const product = work.add<Product>({
    object: 'product',
    created: work.now,
    default_price: null,
    livemode: false,
    marketing_features: [],
    package_dimensions: null,
    shippable: null,
    tax_details: null,
    type: 'service',
    updated: work.now,
    ...terms,
    id: terms.id ?? newStripeId('prod'),
  });
  work.emit('product.created', product);
  return product;
}

export interface PriceTerms {
  product: Product;
  currency: string;
  unitAmount: number;
  recurring: { interval: 'day' | 'week' | 'month' | 'year'; intervalCount: number } | null;
  active: boolean;
  lookupKey: string | null;
  nickname: string | null;
  metadata: Record<string, string>;
}

/** What a product costs, once or each period, in minor units. A price is never changed in what it charges. */
export function newPrice(work: Work, terms: PriceTerms): Price {
  const { product, unitAmount, recurring } = terms;
  const price = work.add<Price>({
    id: newStripeId('price'),
    object: 'price',
    active: terms.active,
    billing_scheme: 'per_unit',
    created: work.now,
    currency: terms.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: terms.lookupKey,
    metadata: terms.metadata,
    nickname: terms.nickname,
    product: product.id,
    recurring: recurring === null ? null : recurrence(recurring),
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring === null ? 'one_time' : 'recurring',
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  });
  work.emit('price.created', price);
  return price;
}

const recurrence = ({ interval, intervalCount }: NonNullable<PriceTerms['recurring']>): Price['recurring'] => ({
  interval,
  interval_count: intervalCount,
  meter: null,
  trial_period_days: null,
  usage_type: 'licensed',
});
