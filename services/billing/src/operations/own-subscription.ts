import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { SubscriptionEntry, Subscription } from '../domain/subscription.ts';
import { findSubscription } from '../store/subscriptions.ts';
import type { Deps } from './deps.ts';

/** Who moves a subscription, as its history names them. Refusals: forbidden. */
export function moverOf(caller: Caller): Pick<SubscriptionEntry, 'actor' | 'userId'> {
  if (caller.tenantId === '') return refuse('forbidden');
  if (hasRole(caller, 'client')) return { actor: 'client', userId: caller.userId };
  return hasRole(caller, 'admin') ? { actor: 'admin', userId: caller.userId } : refuse('forbidden');
}

/** A subscription that the caller may move: a client's own, any of the tenant for its admin. Refusals: forbidden, not_found. */
export async function ownSubscription(
  deps: Pick<Deps, 'subscriptions'>,
  caller: Caller,
  subscriptionId: string,
): Promise<Subscription> {
  const { actor } = moverOf(caller);
  const found = await findSubscription(deps.subscriptions, { tenantId: caller.tenantId, subscriptionId });
  const isOwn = found !== undefined && (actor === 'admin' || found.clientId === caller.userId);
  return isOwn ? found : refuse('not_found');
}
