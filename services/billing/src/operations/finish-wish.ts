import type { Subscription } from '../domain/subscription.ts';
import { postponeWish } from '../store/subscriptions.ts';
import { on } from '../stripe/stripe-api.ts';
import { carryWish, withdraw } from './carry-wish.ts';
import type { Deps } from './deps.ts';

const AGAIN_AFTER_MS = 5 * 60_000;

/**
 * Brings what was left half done to its end. An upgrade is charged at once: where it was not made while its client waited, it
 * is not made any more.
 */
export async function finishWish(deps: Deps, stale: Subscription): Promise<void> {
  const { wish, stripeAccount, _id } = stale;
  if (wish === undefined) return;
  // Put off first: one that fails every time must not stand in front of the others.
  await postponeWish(deps.subscriptions, stale, new Date(deps.clock.wallNow().getTime() + AGAIN_AFTER_MS));
  if (wish.change?.takesEffect === 'now') {
    const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(_id, {}, on(stripeAccount)));
    if (remote.metadata['changeId'] !== wish.id) return withdraw(deps, stale, wish, 'not_made_in_time');
  }
  await carryWish(deps, stale, wish);
}
