import type { Caller } from '@consult/runtime/caller';
import type { Subscription } from '../domain/subscription.ts';
import type { Deps } from './deps.ts';
import { moveSubscription } from './move-subscription.ts';
import { type ChangeRequest, plannedChange } from './quote-plan-change.ts';

/**
 * Changes the package of a subscription as it was quoted: dearer at once, anything else at the period's end.
 * Refusals: those of a move and of the quote; quote_changed; rule_refused (payment_declined: nothing has changed).
 */
export async function changePlan(
  deps: Deps,
  caller: Caller,
  request: ChangeRequest & { quoteId: string; requestId: string },
): Promise<Subscription> {
  const { subscriptionId, requestId, packageId, quoteId } = request;
  const move = { subscriptionId, requestId, move: 'change', reason: packageId } as const;
  return moveSubscription(deps, caller, move, (subscription) =>
    plannedChange(deps, caller, { subscription, packageId, quoteId }),
  );
}
