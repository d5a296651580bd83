import { copy } from '../events.ts';
import { invalid, StripeError } from '../errors.ts';
import type { PaymentIntent } from '../objects.ts';
import { settleInvoiceOf } from '../billing/settlement.ts';
import type { Work } from '../work.ts';
import { attemptPayment, cardError, failAuthentication, type Attempt } from './attempt.ts';
import { assertUsableBy, paymentMethodOf } from './payment-method.ts';

const CONFIRMABLE = new Set<string>(['requires_payment_method', 'requires_confirmation', 'requires_action']);

/** Confirms an intent as the API does: pays it, sends the buyer to their bank, or throws the card error. */
export async function confirmIntent(
  work: Work,
  intent: PaymentIntent,
  terms: { paymentMethod: string | undefined; offSession: boolean; returnUrl: string | null },
): Promise<PaymentIntent> {
  if (!CONFIRMABLE.has(intent.status)) throw unconfirmable(intent);
  const named = terms.paymentMethod ?? intent.payment_method;
  if (named === null) throw withoutMethod(intent);
  const method = await paymentMethodOf(work, named);
  assertUsableBy(method, intent.customer);
  const { offSession, returnUrl } = terms;
  const attempt = await attemptPayment(work, { intent, method, offSession, returnUrl });
  return finish(work, intent, attempt);
}

/** What the buyer answered on their bank's page. */
export async function answerBank(
  work: Work,
  intent: PaymentIntent,
  answer: 'complete' | 'fail',
): Promise<PaymentIntent> {
  if (intent.status !== 'requires_action' || intent.payment_method === null) throw unconfirmable(intent);
  const method = await work.get('payment_method', intent.payment_method);
  const attempt =
    answer === 'fail'
      ? failAuthentication(work, intent, method)
      : await attemptPayment(work, { intent, method, offSession: false, authenticated: true });
  await settleInvoiceOf(work, intent, attempt);
  return intent;
}

async function finish(work: Work, intent: PaymentIntent, attempt: Attempt): Promise<PaymentIntent> {
  await settleInvoiceOf(work, intent, attempt);
  if (attempt.result === 'declined') throw cardError(attempt, intent);
  return intent;
}

const unconfirmable = (intent: PaymentIntent): StripeError =>
  invalid(
    intent.status === 'succeeded'
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
    { code: 'payment_intent_unexpected_state', payment_intent: copy(intent) },
  );

const withoutMethod = (intent: PaymentIntent): StripeError =>
  invalid(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'payment_intent_unexpected_state', payment_intent: copy(intent) },
  );
