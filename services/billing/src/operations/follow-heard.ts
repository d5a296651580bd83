import { isAppError } from '@consult/runtime/errors';
import { backoffMs, WEBHOOK_ATTEMPTS_MAX } from '../domain/webhook.ts';
import { claimHeard, closeHeard, type HeardEvent } from '../store/webhook-inbox.ts';
import { isMissingAtStripe } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { followSetup } from './follow-setup.ts';
import { syncIntent } from './sync.ts';
import { syncInvoice } from './sync-invoice.ts';
import { syncSubscription } from './sync-subscription.ts';

/** Longer than an event's work can take; who dies with it loses it after this time. */
const LEASE_MS = 60_000;

/** Takes one event that is due (`taken` is called as soon as it is leased) and reads again what it points at; false when none is due. A failure is tried again, later and later, and parked in the end. */
export async function followNextHeard(deps: Deps, taken: () => void): Promise<boolean> {
  const claimed = await claimHeard(deps.inbox, deps.clock.wallNow(), LEASE_MS);
  if (claimed === undefined) return false;
  taken();
  try {
    await follow(deps, claimed);
    await closeHeard(deps.inbox, claimed, { state: 'done' });
  } catch (error) {
    await postpone(deps, claimed, error);
  }
  return true;
}

async function follow(deps: Deps, { subject, subjectId, stripeAccount }: HeardEvent): Promise<void> {
  try {
    switch (subject) {
      case 'payment_intent':
        await syncIntent(deps, { stripeAccount, paymentIntentId: subjectId });
        return;
      case 'refund':
        await syncIntent(deps, { stripeAccount, paymentIntentId: subjectId }, { refunds: true });
        return;
      case 'dispute':
        await syncIntent(deps, { stripeAccount, paymentIntentId: subjectId }, { disputes: true });
        return;
      case 'invoice':
        await syncInvoice(deps, { stripeAccount, invoiceId: subjectId });
        return;
      case 'subscription':
        await syncSubscription(deps, { stripeAccount, subscriptionId: subjectId });
        return;
      case 'setup_intent':
        await followSetup(deps, { stripeAccount, setupIntentId: subjectId });
        return;
    }
  } catch (error) {
    // What Stripe itself no longer knows means nothing any more.
    if (!isMissingAtStripe(error)) throw error;
  }
}

async function postpone(deps: Deps, claimed: HeardEvent, error: unknown): Promise<void> {
  const { attempts, eventId, type } = claimed;
  const lastFailure = isAppError(error) ? error.code : error instanceof Error ? error.name : 'unknown';
  if (attempts >= WEBHOOK_ATTEMPTS_MAX) {
    await closeHeard(deps.inbox, claimed, { state: 'parked', lastFailure });
    deps.logger.error({ eventId, type, attempts, lastFailure }, 'webhook parked');
    return;
  }
  const nextAt = new Date(deps.clock.wallNow().getTime() + backoffMs(attempts));
  await closeHeard(deps.inbox, claimed, { state: 'waiting', nextAt, lastFailure });
  deps.logger.warn({ eventId, type, attempts, lastFailure }, 'webhook to be tried again');
}
