import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId, newId } from '@consult/runtime/ids';
import type { PlannedChange } from '../domain/plan-change.ts';
import type { Subscription } from '../domain/subscription.ts';
import { earlierWish, type Move, moveRefusal, type Wish, wished } from '../domain/subscription-moves.ts';
import { saveSubscription } from '../store/subscriptions.ts';
import type { Deps } from './deps.ts';
import { carryWish } from './carry-wish.ts';
import { moverOf, ownSubscription } from './own-subscription.ts';

/** Longer than bringing a wish to Stripe can take (technical time). */
const CHECK_AFTER_MS = 2 * 60_000;
/** Rounds of "is another one in hand, else record" when others do the same at the same moment. */
const ATTEMPTS = 5;

export interface MoveRequest {
  subscriptionId: string;
  move: Move;
  reason: string;
  /** From the caller's idempotency key; empty: a request of its own. */
  requestId: string;
}

/**
 * Moves a subscription: the wish is recorded with who made it → Stripe → what Stripe then says is recorded. The same request
 * again is the same move. `plan` works out a change of package, after all else allows it.
 * Refusals: forbidden, not_found, invalid_transition (+ from, allowed), idempotency_key_reused, rule_refused (Stripe does not
 * grant it: + reason), conflict, dependency_unavailable, and those of `plan`.
 */
export async function moveSubscription(
  deps: Deps,
  caller: Caller,
  request: MoveRequest,
  plan?: (subscription: Subscription) => Promise<PlannedChange>,
): Promise<Subscription> {
  const { subscriptionId, move, requestId } = request;
  const wishId = derivedId('subscription-wish', subscriptionId, requestId === '' ? newId() : requestId);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const subscription = await ownSubscription(deps, caller, subscriptionId);
    const earlier = earlierWish(subscription, wishId);
    if (earlier !== undefined) return again(deps, subscription, { ...earlier, wishId, wanted: move });
    if (subscription.wish !== undefined) {
      // Another one's is in hand, or was left: it comes first, and decides what is possible then.
      await carryWish(deps, subscription, subscription.wish);
      continue;
    }
    const refusal = moveRefusal(subscription, move);
    if (refusal !== undefined) return refuse('invalid_transition', { ...refusal });
    const change = await plan?.(subscription);
    const checkAt = new Date(deps.clock.wallNow().getTime() + CHECK_AFTER_MS);
    const wish: Wish = { id: wishId, move, checkAt, ...(change === undefined ? {} : { change }) };
    const by = { at: deps.clock.now(), reason: request.reason, ...moverOf(caller) };
    const after = wished(subscription, wish, by);
    if (!(await saveSubscription(deps.subscriptions, subscription, after, []))) continue;
    faultPoint('billing.after-wish');
    const moved = await carryWish(deps, after, wish);
    deps.logger.info({ subscriptionId, move, actor: by.actor }, 'subscription moved');
    return moved;
  }
  return refuse('conflict', { subscriptionId });
}

/** A request that was made before: brought to its end if it has none yet, answered as it stands if it has. */
async function again(
  deps: Deps,
  subscription: Subscription,
  earlier: { move: string; refused?: string; wishId: string; wanted: Move },
): Promise<Subscription> {
  const { move, refused, wanted, wishId } = earlier;
  if (move !== wanted) return refuse('idempotency_key_reused');
  if (refused !== undefined) return refuse('rule_refused', { reason: refused });
  const { wish } = subscription;
  return wish?.id === wishId ? carryWish(deps, subscription, wish) : subscription;
}
