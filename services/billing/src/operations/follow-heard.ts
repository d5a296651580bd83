import { isAppError } from '@consult/runtime/errors';
import type { LaneWorker } from '@consult/runtime/lane-worker';
import { backoffMs, WEBHOOK_ATTEMPTS_MAX } from '../domain/webhook.ts';
import { closeHeard, type HeardEvent } from '../store/webhook-inbox.ts';
import { isMissingAtStripe } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { followSetup } from './follow-setup.ts';
import { syncIntent } from './sync.ts';
import { syncInvoice } from './sync-invoice.ts';
import { syncSubscription } from './sync-subscription.ts';

/**
 * Who dies with an event loses it after this time. Longer than the work can take while Stripe answers; should it take longer,
 * somebody else looks as well, which changes nothing.
 */
export const HEARD_LEASE_MS = 15_000;

/** Where heard events are worked on. */
export type HeardWork = Pick<LaneWorker<HeardEvent>, 'hasRoom' | 'hand' | 'nudge'>;

/**
 * Reads again what these leased events, which are about the same, point at. A failure is tried again, later and later, and parked
 * in the end.
 */
export async function followHeard(deps: Deps, claimed: readonly HeardEvent[]): Promise<void> {
  const [first] = claimed;
  if (first === undefined) return;
  try {
    await follow(deps, first);
    await Promise.all(claimed.map((event) => closeHeard(deps.closing, event, { state: 'done' })));
  } catch (error) {
    await Promise.all(claimed.map((event) => postpone(deps, event, error)));
  }
}

/** Whether one look at Stripe, begun after both were heard, does for both. */
export function aboutTheSame(one: HeardEvent, other: HeardEvent): boolean {
  return (
    one.stripeAccount === other.stripeAccount && one.subject === other.subject && one.subjectId === other.subjectId
  );
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
    await closeHeard(deps.closing, claimed, { state: 'parked', lastFailure });
    deps.logger.error({ eventId, type, attempts, lastFailure }, 'webhook parked');
    return;
  }
  const nextAt = new Date(deps.clock.wallNow().getTime() + backoffMs(attempts));
  await closeHeard(deps.closing, claimed, { state: 'waiting', nextAt, lastFailure });
  deps.logger.warn({ eventId, type, attempts, lastFailure }, 'webhook to be tried again');
}
