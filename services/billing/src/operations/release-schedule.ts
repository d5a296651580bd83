import type Stripe from 'stripe';
import type { Wish } from '../domain/subscription-moves.ts';
import type { Subscription } from '../domain/subscription.ts';
import { on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { idOf } from './read-payment.ts';

/** A wish on its way to Stripe. */
export interface AtStripe {
  subscription: Subscription;
  wish: Wish;
  /** As Stripe had it just now. */
  remote: Stripe.Subscription;
}

/** Leaves the subscription as it is and drops what its schedule had in store. */
export async function releaseSchedule(deps: Deps, { subscription, wish, remote }: AtStripe): Promise<void> {
  const scheduleId = idOf(remote.schedule);
  if (scheduleId === undefined) return;
  const under = on(subscription.stripeAccount, `${wish.id}:release`);
  await deps.stripe.call((sdk) => sdk.subscriptionSchedules.release(scheduleId, {}, under));
}
