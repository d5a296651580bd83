import type { Caller } from '@consult/runtime/caller';
import { decideSubscription } from '../domain/client.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';

export interface SubscriptionWord {
  clientId: string;
  subscriptionId: string;
  version: number;
  cancelled: boolean;
}

/** Keeps the newest word on a subscription: once it is cancelled, its lots have no renewal to wait for. */
export async function noteSubscription(deps: Deps, caller: Caller, word: SubscriptionWord): Promise<void> {
  const { clientId, subscriptionId, version, cancelled } = word;
  await changeAccount(deps, caller, {
    clientId,
    movementIds: [],
    decide: (account, _known, context) => decideSubscription(account, { subscriptionId, version, cancelled }, context),
  });
}
