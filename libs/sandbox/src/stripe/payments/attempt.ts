import type { CardBehaviour } from '../cards.ts';
import { copy } from '../events.ts';
import { StripeError } from '../errors.ts';
import type { Charge, PaymentIntent, PaymentMethod } from '../objects.ts';
import type { Work } from '../work.ts';
import { feeOf, newBalanceTransaction } from './balance.ts';
import { newCharge, type Decline } from './charge.ts';
import { openDispute } from './dispute.ts';
import { attachPaymentMethod, behaviourOfMethod } from './payment-method.ts';

/** How an attempt to charge an intent ended. A decline is a value: a renewal goes on with it. */
export type Attempt =
  | { result: 'succeeded'; method: PaymentMethod }
  | { result: 'requires_action' }
  | { result: 'declined'; decline: Decline; charge: Charge | undefined; method: PaymentMethod };

export interface AttemptInput {
  intent: PaymentIntent;
  method: PaymentMethod;
  offSession: boolean;
  /** The bank has already been asked, and said yes. */
  authenticated?: boolean;
  returnUrl?: string | null;
}

const NEEDS_AUTHENTICATION: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};
const AUTHENTICATION_FAILED: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: 'authentication_failed',
  message:
    'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
};

/** Charges a card against an intent and tells its events; whoever owns an invoice on it settles that after. */
export async function attemptPayment(work: Work, input: AttemptInput): Promise<Attempt> {
  const { intent, method } = input;
  const behaviour = behaviourOfMethod(method);
  if (behaviour.kind === 'declines') return decline(work, input, behaviour);
  if (asksBank(behaviour, input)) {
    return input.offSession ? decline(work, input, NEEDS_AUTHENTICATION) : askBank(work, input);
  }
  const charge = await succeed(work, input);
  work.emit('payment_intent.succeeded', intent);
  if (behaviour.kind === 'disputes') openDispute(work, { charge, amount: undefined, ...behaviour });
  return { result: 'succeeded', method };
}

/** The buyer's bank said no on the page that an intent sent them to. */
export function failAuthentication(work: Work, intent: PaymentIntent, method: PaymentMethod): Attempt {
  return refuse(work, { intent, method, decline: AUTHENTICATION_FAILED, charge: undefined });
}

/** A declined attempt as the API answers it: 402, with the intent as it is now. */
export function cardError(attempt: Extract<Attempt, { result: 'declined' }>, intent: PaymentIntent): StripeError {
  const { decline: why, charge, method } = attempt;
  return new StripeError(402, {
    type: 'card_error',
    code: why.code,
    decline_code: why.declineCode,
    message: why.message,
    ...(charge === undefined ? {} : { charge: charge.id }),
    payment_intent: copy(intent),
    payment_method: copy(method),
  });
}

function asksBank(behaviour: CardBehaviour, { offSession, authenticated = false }: AttemptInput): boolean {
  if (behaviour.kind !== 'asks' || authenticated) return false;
  return !offSession || behaviour.offSession === 'declines';
}

function askBank(work: Work, { intent, method, returnUrl = null }: AttemptInput): Attempt {
  const url = `${work.baseUrl}/authenticate/${work.account}/${intent.id}`;
  intent.status = 'requires_action';
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
  work.emit('payment_intent.requires_action', intent);
  return { result: 'requires_action' };
}

function decline(work: Work, { intent, method }: AttemptInput, why: Decline): Attempt {
  const charge = newCharge(work, { intent, method, decline: why });
  intent.latest_charge = charge.id;
  work.emit('charge.failed', charge);
  return refuse(work, { intent, method, decline: why, charge });
}

function refuse(
  work: Work,
  {
    intent,
    method,
    decline: why,
    charge,
  }: { intent: PaymentIntent; method: PaymentMethod; decline: Decline; charge: Charge | undefined },
): Attempt {
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = {
    type: 'card_error',
    code: why.code,
    decline_code: why.declineCode,
    doc_url: `https://stripe.com/docs/error-codes/${why.code.replaceAll('_', '-')}`,
    message: why.message,
    // A snapshot: the card may be changed later, the error may not.
    payment_method: copy(method),
    ...(charge === undefined ? {} : { charge: charge.id }),
  };
  work.emit('payment_intent.payment_failed', intent);
  return { result: 'declined', decline: why, charge, method };
}

async function succeed(work: Work, { intent, method, authenticated = false }: AttemptInput): Promise<Charge> {
  if (intent.customer !== null && intent.setup_future_usage !== null) {
    attachPaymentMethod(work, method, await work.get('customer', intent.customer));
  }
  const charge = newCharge(work, { intent, method, authenticated });
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.latest_charge = charge.id;
  intent.payment_method = method.id;
  intent.next_action = null;
  intent.last_payment_error = null;
  // Stripe tells of the charge before it has booked it: the balance transaction comes with `charge.updated`.
  work.emit('charge.succeeded', charge);
  const { amount, currency, description } = charge;
  const booked = newBalanceTransaction(work, {
    amount,
    currency,
    description,
    fee: feeOf(amount),
    source: charge.id,
    type: 'charge',
  });
  charge.balance_transaction = booked.id;
  work.emit('charge.updated', charge);
  return charge;
}
