import type Stripe from 'stripe';
import { FOLLOWED_TYPES, pointerOf } from '../domain/webhook.ts';
import { forgetSweptEvent, keepSweptEvent, lastSweptEvent } from '../store/event-sweeps.ts';
import { heardEvent, insertHeard } from '../store/webhook-inbox.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';

const PAGE_EVENTS = 100;
/** Per account and sweep; what is left is read by the next one. */
const PAGES_MAX = 5;

/**
 * Reads Stripe's own list of events from where the last sweep ended, and keeps those whose webhook never came. Answers how
 * many were lost. The first sweep of an account looks at its newest page only: what is older is found by stale payments.
 */
export async function sweepEvents(deps: Deps, stripeAccount: string): Promise<number> {
  let found = 0;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = await lastSweptEvent(deps.sweeps, stripeAccount);
    const events = await pageAfter(deps, stripeAccount, after);
    for (const event of events.data) if (await keep(deps, stripeAccount, event)) found += 1;
    const newest = events.data[0];
    if (newest !== undefined) await keepSweptEvent(deps.sweeps, stripeAccount, newest.id);
    if (after === undefined || !events.has_more) break;
  }
  if (found > 0) deps.logger.warn({ stripeAccount, found }, 'lost webhooks found');
  return found;
}

async function pageAfter(
  deps: Deps,
  stripeAccount: string,
  after: string | undefined,
): Promise<Stripe.ApiList<Stripe.Event>> {
  const params = {
    limit: PAGE_EVENTS,
    types: [...FOLLOWED_TYPES],
    ...(after === undefined ? {} : { ending_before: after }),
  };
  try {
    return await deps.stripe.call((sdk) => sdk.events.list(params, on(stripeAccount)));
  } catch (error) {
    // Stripe forgets events after 30 days, the last one seen among them: the next sweep begins anew.
    if (after !== undefined && isStripeRefusal(error)) await forgetSweptEvent(deps.sweeps, stripeAccount);
    throw error;
  }
}

async function keep(deps: Deps, stripeAccount: string, event: Stripe.Event): Promise<boolean> {
  const pointer = pointerOf({ type: event.type, object: { ...event.data.object } });
  if (pointer === undefined || event.livemode !== deps.settings.livemode) return false;
  const heard = { stripeAccount, eventId: event.id, type: event.type, subject: pointer.subject, subjectId: pointer.id };
  return insertHeard(deps.hearing, heardEvent(heard, { now: deps.clock.wallNow() }));
}
