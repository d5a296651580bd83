import { newStripeId } from '../ids.ts';
import type { Charge, PaymentIntent, PaymentMethod } from '../objects.ts';
import type { Work } from '../work.ts';
import { noBillingDetails } from './payment-method.ts';

/** Why a charge did not go through. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

/** Records the attempt to charge an intent's amount; the caller emits its event. */
export function newCharge(
  work: Work,
  input: { intent: PaymentIntent; method: PaymentMethod; decline?: Decline; authenticated?: boolean },
): Charge {
  const { intent, method, decline } = input;
  const id = newStripeId('ch');
  const paid = decline === undefined;
  return work.add<Charge>({
    ...emptyCharge(),
    id,
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    billing_details: method.billing_details ?? noBillingDetails(),
    calculated_statement_descriptor: 'CONSULT SANDBOX',
    captured: paid,
    created: work.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: { ...intent.metadata },
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(method, intent.amount, input.authenticated ?? false), type: 'card' },
    receipt_email: intent.receipt_email,
    receipt_url: paid ? `${work.baseUrl}/receipts/${work.account}/${id}` : null,
    status: paid ? 'succeeded' : 'failed',
  });
}

function outcomeOf(decline: Decline | undefined): Charge['outcome'] {
  const common = { advice_code: null, network_advice_code: null, risk_level: 'normal', risk_score: 20 };
  if (decline === undefined) {
    return {
      ...common,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...common,
    network_decline_code: null,
    network_status: 'declined_by_network',
    reason: decline.declineCode,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

type CardDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card']>;

function cardDetails(method: PaymentMethod, amount: number, authenticated: boolean): CardDetails {
  const { card } = method;
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: card?.brand ?? 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: authenticated ? '05' : null,
    exp_month: card?.exp_month ?? 12,
    exp_year: card?.exp_year ?? 2_099,
    extended_authorization: { status: 'disabled' },
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card?.brand ?? 'visa',
    network_token: { used: false },
    network_transaction_id: '104102978678771',
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const AUTHENTICATED: CardDetails['three_d_secure'] = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};

const emptyCharge = (): Charge => ({
  id: '',
  object: 'charge',
  amount: 0,
  amount_captured: 0,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  billing_details: noBillingDetails(),
  calculated_statement_descriptor: null,
  captured: false,
  created: 0,
  currency: '',
  customer: null,
  description: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  outcome: null,
  paid: false,
  payment_intent: null,
  payment_method: null,
  payment_method_details: null,
  radar_options: {},
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'pending',
  transfer_data: null,
  transfer_group: null,
});
