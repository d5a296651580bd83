import { copy } from '../events.ts';
import { invalid, StripeError } from '../errors.ts';
import { newClientSecret, newStripeId } from '../ids.ts';
import type { PaymentMethod, SetupIntent } from '../objects.ts';
import type { Work } from '../work.ts';
import { attachPaymentMethod, behaviourOfMethod, paymentMethodOf } from './payment-method.ts';

export type SetupTerms = Pick<
  SetupIntent,
  | 'allowed_payment_method_types'
  | 'customer'
  | 'description'
  | 'metadata'
  | 'payment_method'
  | 'usage'
  | 'automatic_payment_methods'
>;

/** Makes an intent to save a card without charging it. */
export function newSetupIntent(work: Work, terms: SetupTerms): SetupIntent {
  const id = newStripeId('seti');
  const intent = work.add<SetupIntent>({
    ...EMPTY,
    ...terms,
    id,
    client_secret: newClientSecret(id),
    created: work.now,
  });
  intent.status = terms.payment_method === null ? 'requires_payment_method' : 'requires_confirmation';
  work.emit('setup_intent.created', intent);
  return intent;
}

/** Saves the card, sends the buyer to their bank, or throws the card error. */
export async function confirmSetup(
  work: Work,
  intent: SetupIntent,
  terms: { paymentMethod: string | undefined; returnUrl: string | null },
): Promise<SetupIntent> {
  if (intent.status === 'succeeded' || intent.status === 'canceled') throw unexpected(intent);
  const named = terms.paymentMethod ?? intent.payment_method;
  if (named === null) throw unexpected(intent);
  const method = await paymentMethodOf(work, named);
  const behaviour = behaviourOfMethod(method);
  if (behaviour.kind === 'declines' && !behaviour.attaches) throw fail(work, { intent, method, why: behaviour });
  intent.payment_method = method.id;
  if (behaviour.kind === 'asks') return askBank(work, intent, terms.returnUrl);
  return succeed(work, intent, method);
}

/** What the buyer answered on their bank's page. */
export async function answerBankOnSetup(
  work: Work,
  intent: SetupIntent,
  answer: 'complete' | 'fail',
): Promise<SetupIntent> {
  if (intent.status !== 'requires_action' || intent.payment_method === null) throw unexpected(intent);
  const method = await work.get('payment_method', intent.payment_method);
  if (answer === 'complete') return succeed(work, intent, method);
  fail(work, { intent, method, why: AUTHENTICATION_FAILED });
  return intent;
}

/** Cancels an intent that has not saved a card. */
export function cancelSetup(work: Work, intent: SetupIntent, reason: SetupIntent['cancellation_reason']): SetupIntent {
  if (intent.status === 'succeeded' || intent.status === 'canceled') throw unexpected(intent);
  intent.status = 'canceled';
  intent.cancellation_reason = reason;
  intent.next_action = null;
  work.emit('setup_intent.canceled', intent);
  return intent;
}

interface Why {
  code: string;
  declineCode: string;
  message: string;
}
const AUTHENTICATION_FAILED: Why = {
  code: 'setup_intent_authentication_failure',
  declineCode: 'authentication_failed',
  message: 'The latest attempt to set up the payment method has failed because authentication failed.',
};

function askBank(work: Work, intent: SetupIntent, returnUrl: string | null): SetupIntent {
  intent.status = 'requires_action';
  const url = `${work.baseUrl}/authenticate/${work.account}/${intent.id}`;
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
  work.emit('setup_intent.requires_action', intent);
  return intent;
}

async function succeed(work: Work, intent: SetupIntent, method: PaymentMethod): Promise<SetupIntent> {
  if (intent.customer !== null) attachPaymentMethod(work, method, await work.get('customer', intent.customer));
  intent.status = 'succeeded';
  intent.next_action = null;
  intent.last_setup_error = null;
  work.emit('setup_intent.succeeded', intent);
  return intent;
}

function fail(
  work: Work,
  { intent, method, why }: { intent: SetupIntent; method: PaymentMethod; why: Why },
): StripeError {
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_setup_error = {
    type: 'card_error',
    code: why.code,
    decline_code: why.declineCode,
    message: why.message,
    payment_method: copy(method),
  };
  work.emit('setup_intent.setup_failed', intent);
  return new StripeError(402, {
    type: 'card_error',
    code: why.code,
    decline_code: why.declineCode,
    message: why.message,
    setup_intent: copy(intent),
    payment_method: copy(method),
  });
}

const unexpected = (intent: SetupIntent): StripeError =>
  invalid(
    `This SetupIntent's status is ${intent.status}${intent.payment_method === null ? ', and it has no payment method' : ''}, so that this is not possible now.`,
    {
      code: 'setup_intent_unexpected_state',
    },
  );

const EMPTY: SetupIntent = {
  id: '',
  object: 'setup_intent',
  allowed_payment_method_types: null,
  application: null,
  automatic_payment_methods: null,
  cancellation_reason: null,
  client_secret: null,
  created: 0,
  customer: null,
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  flow_directions: null,
  last_setup_error: null,
  latest_attempt: null,
  livemode: false,
  mandate: null,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  single_use_mandate: null,
  status: 'requires_payment_method',
  usage: 'off_session',
};
