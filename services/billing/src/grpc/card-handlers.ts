import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Deps } from '../operations/deps.ts';

type CardHandlers = Pick<
  Handlers<'billing'>,
  'createSetupIntent' | 'listPaymentMethods' | 'removePaymentMethod' | 'setDefaultPaymentMethod'
>;

/** Cards that are kept at Stripe. */
export function cardHandlers(_deps: Deps): CardHandlers {
  return {
    createSetupIntent: async () => refuse('not_built'),
    listPaymentMethods: async () => refuse('not_built'),
    removePaymentMethod: async () => refuse('not_built'),
    setDefaultPaymentMethod: async () => refuse('not_built'),
  };
}
