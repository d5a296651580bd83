import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Deps } from '../operations/deps.ts';

type RefundHandlers = Pick<Handlers<'billing'>, 'quoteRefund' | 'refundTransaction'>;

/** Money back. */
export function refundHandlers(_deps: Deps): RefundHandlers {
  return {
    quoteRefund: async () => refuse('not_built'),
    refundTransaction: async () => refuse('not_built'),
  };
}
