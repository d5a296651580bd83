import { createHash } from 'node:crypto';
import { behaviourOf, cardOfNumber, cardOfToken, type CardBehaviour, type TestCard } from '../cards.ts';
import { invalid, noSuch, StripeError } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Customer, PaymentMethod } from '../objects.ts';
import type { Work } from '../work.ts';

const EXPIRY_YEARS = 4;

/** The payment method a parameter names. A `pm_card_…` token makes a new one at every use, as at Stripe. */
export async function paymentMethodOf(work: Work, idOrToken: string, param = 'payment_method'): Promise<PaymentMethod> {
  const card = cardOfToken(idOrToken);
  return card === undefined ? work.get('payment_method', idOrToken, param) : work.add(newPaymentMethod(work, card));
}

/** The payment method of a typed card number. Only test cards exist here. */
export function paymentMethodOfNumber(work: Work, digits: string): PaymentMethod {
  const card = cardOfNumber(digits);
  if (card === undefined) {
    throw new StripeError(402, {
      type: 'card_error',
      code: 'incorrect_number',
      param: 'number',
      message: 'Your card number is incorrect. The sandbox knows the test cards only.',
    });
  }
  return work.add(newPaymentMethod(work, card));
}

/** How charging this payment method ends. */
export const behaviourOfMethod = (method: PaymentMethod): CardBehaviour => behaviourOf(method.card?.last4);

/** Saves a payment method on a customer; a card that declines cannot be saved. */
export function attachPaymentMethod(work: Work, method: PaymentMethod, customer: Customer): void {
  if (method.customer === customer.id) return;
  if (method.customer !== null) {
    throw invalid(`The payment method you provided has already been attached to a customer.`, {
      code: 'payment_method_unexpected_state',
      param: 'payment_method',
    });
  }
  const behaviour = behaviourOfMethod(method);
  if (behaviour.kind === 'declines' && !behaviour.attaches) {
    const { code, declineCode, message } = behaviour;
    throw new StripeError(402, { type: 'card_error', code, decline_code: declineCode, message }, false);
  }
  method.customer = customer.id;
  work.emit('payment_method.attached', method);
}

/** A payment method of another customer is, to this one, unknown. */
export function assertUsableBy(method: PaymentMethod, customerId: string | null): void {
  if (method.customer === null || method.customer === customerId) return;
  if (customerId === null) {
    throw invalid('The provided PaymentMethod is attached to a customer. To use it, supply that customer.', {
      code: 'payment_method_unexpected_state',
      param: 'payment_method',
    });
  }
  throw noSuch('payment_method', method.id, 'payment_method');
}

function newPaymentMethod({ now }: Work, card: TestCard): PaymentMethod {
  return {
    id: newStripeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: noBillingDetails(),
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(now * 1_000).getUTCFullYear() + EXPIRY_YEARS,
      fingerprint: createHash('sha256').update(card.number).digest('base64url').slice(0, 16),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

/** Billing details nobody has given. */
export const noBillingDetails = (): PaymentMethod['billing_details'] => ({
  address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
  email: null,
  name: null,
  phone: null,
  tax_id: null,
});
