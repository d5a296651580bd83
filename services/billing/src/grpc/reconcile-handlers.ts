import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Deps } from '../operations/deps.ts';

type ReconcileHandlers = Pick<Handlers<'billing'>, 'reconcile'>;

/** The books held against Stripe and the ledger. */
export function reconcileHandlers(_deps: Deps): ReconcileHandlers {
  return {
    reconcile: async () => refuse('not_built'),
  };
}
