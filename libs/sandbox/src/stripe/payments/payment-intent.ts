import { newClientSecret, newStripeId } from '../ids.ts';
import type { PaymentIntent } from '../objects.ts';
import type { Work } from '../work.ts';

/** What a caller may decide about a new payment intent; the rest starts as Stripe starts it. */
export type IntentTerms = Pick<PaymentIntent, 'amount' | 'currency'> &
  Partial<
    Pick<
      PaymentIntent,
      | 'id'
      | 'application_fee_amount'
      | 'customer'
      | 'description'
      | 'metadata'
      | 'on_behalf_of'
      | 'payment_method'
      | 'allowed_payment_method_types'
      | 'payment_method_types'
      | 'automatic_payment_methods'
      | 'receipt_email'
      | 'setup_future_usage'
      | 'shipping'
      | 'statement_descriptor'
      | 'statement_descriptor_suffix'
      | 'transfer_group'
    >
  >;

/** Makes a payment intent that waits for a card, or for its confirmation where a card was given. */
export function newPaymentIntent(work: Work, terms: IntentTerms): PaymentIntent {
  const id = terms.id ?? newStripeId('pi');
  const intent = work.add<PaymentIntent>({
    ...EMPTY,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    ...terms,
    id,
    client_secret: newClientSecret(id),
    created: work.now,
    metadata: terms.metadata ?? {},
    payment_method_types: terms.payment_method_types ?? ['card'],
    status: (terms.payment_method ?? null) === null ? 'requires_payment_method' : 'requires_confirmation',
  });
  work.emit('payment_intent.created', intent);
  return intent;
}

const EMPTY: PaymentIntent = {
  id: '',
  object: 'payment_intent',
  allowed_payment_method_types: null,
  amount: 0,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: 'automatic_async',
  client_secret: null,
  confirmation_method: 'automatic',
  created: 0,
  currency: '',
  customer: null,
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: [],
  payment_record: null,
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'requires_payment_method',
  transfer_data: null,
  transfer_group: null,
};
