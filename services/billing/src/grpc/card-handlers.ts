import type { PaymentMethod } from '@consult/contracts/grpc/gen/consult/billing/v1/PaymentMethod';
import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import { type Card, createSetupIntent, listCards, removeCard, setDefaultCard } from '../operations/cards.ts';
import type { Deps } from '../operations/deps.ts';
import { CreateSetupIntentRequest, PaymentMethodRequest } from './card-requests.ts';

type CardHandlers = Pick<
  Handlers<'billing'>,
  'createSetupIntent' | 'listPaymentMethods' | 'removePaymentMethod' | 'setDefaultPaymentMethod'
>;

/** Cards that are kept at Stripe; each client sees and changes their own only. */
export function cardHandlers(deps: Deps): CardHandlers {
  return {
    async createSetupIntent(caller, request) {
      const { requestId } = parse(CreateSetupIntentRequest, request);
      const clientSecret = await createSetupIntent(deps, caller, requestId);
      return { clientSecret, publishableKey: deps.settings.publishableKey };
    },
    async listPaymentMethods(caller) {
      return { paymentMethods: (await listCards(deps, caller)).map(cardAnswer) };
    },
    async removePaymentMethod(caller, request) {
      await removeCard(deps, caller, parse(PaymentMethodRequest, request).paymentMethodId);
      return {};
    },
    async setDefaultPaymentMethod(caller, request) {
      const { paymentMethodId } = parse(PaymentMethodRequest, request);
      return cardAnswer(await setDefaultCard(deps, caller, paymentMethodId));
    },
  };
}

function cardAnswer({ method, isDefault }: Card): PaymentMethod {
  const { id: paymentMethodId, card } = method;
  return {
    paymentMethodId,
    brand: card?.brand ?? '',
    last4: card?.last4 ?? '',
    expMonth: card?.exp_month ?? 0,
    expYear: card?.exp_year ?? 0,
    isDefault,
  };
}
