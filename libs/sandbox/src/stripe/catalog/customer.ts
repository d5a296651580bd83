import { randomBytes } from 'node:crypto';
import { newStripeId } from '../ids.ts';
import type { Customer } from '../objects.ts';
import type { Work } from '../work.ts';

const PREFIX_BYTES = 4;

export type CustomerTerms = Pick<
  Customer,
  'address' | 'balance' | 'description' | 'email' | 'metadata' | 'name' | 'phone' | 'preferred_locales' | 'tax_exempt'
>;

/** A buyer. Saved cards, subscriptions and invoices hang on it. */
export function newCustomer(work: Work, terms: CustomerTerms): Customer {
  const customer = work.add<Customer>({
    id: newStripeId('cus'),
    object: 'customer',
    created: work.now,
    currency: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_prefix: randomBytes(PREFIX_BYTES).toString('hex').toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    next_invoice_sequence: 1,
    shipping: null,
    test_clock: null,
    ...terms,
  });
  work.emit('customer.created', customer);
  return customer;
}
