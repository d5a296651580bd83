import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type Stripe from 'stripe';
import { pointerOf } from '../domain/webhook.ts';
import { isKnownAccount } from '../store/tenants.ts';
import { heardEvent, insertHeard } from '../store/webhook-inbox.ts';
import { countRefusal, type WebhookRefusal } from '../store/webhook-refusals.ts';
import type { Deps } from './deps.ts';
import { HEARD_LEASE_MS, type HeardWork } from './follow-heard.ts';

/** How old a signature may be (technical time). */
const SIGNATURE_TOLERANCE_SECONDS = 5 * 60;

/**
 * Hears a webhook: the signature over the exact bytes decides, then the event is kept once and worked on later. Types that
 * mean nothing here are accepted and dropped. A refused one changes nothing but a count.
 * Refusals: invalid_signature; rule_refused (+ reason: unknown_account, wrong_livemode).
 */
export async function receiveWebhook(
  deps: Deps & { webhooks: HeardWork },
  request: { body: Buffer; signature: string },
): Promise<void> {
  const event = verified(deps, request);
  if (event === undefined) {
    await refused(deps, 'invalid_signature');
    return refuse('invalid_signature');
  }
  const stripeAccount = accountOf(deps, event);
  const wrong = await foreign(deps, event, stripeAccount);
  if (wrong !== undefined) {
    await refused(deps, wrong);
    return refuse('rule_refused', { reason: wrong });
  }
  const pointer = pointerOf({ type: event.type, object: { ...event.data.object } });
  if (pointer === undefined) return;
  const now = deps.clock.wallNow();
  const mine = deps.webhooks.hasRoom();
  const heard = heardEvent(
    { stripeAccount, eventId: event.id, type: event.type, subject: pointer.subject, subjectId: pointer.id },
    { now, leaseUntil: mine ? new Date(now.getTime() + HEARD_LEASE_MS) : undefined },
  );
  const isNew = await insertHeard(deps.hearing, heard);
  faultPoint('billing.after-webhook-insert');
  if (isNew && mine) deps.webhooks.hand(heard);
  else if (isNew) deps.webhooks.nudge();
}

/** The event, when one of our secrets has signed these very bytes not long ago. */
function verified(deps: Deps, { body, signature }: { body: Buffer; signature: string }): Stripe.Event | undefined {
  const now = deps.clock.wallNow().getTime();
  for (const secret of deps.settings.webhookSecrets) {
    try {
      return deps.stripe.webhooks.constructEvent(body, signature, secret, SIGNATURE_TOLERANCE_SECONDS, undefined, now);
    } catch {
      // Not this secret, or not a signature at all; the next one may fit.
    }
  }
  return undefined;
}

/** Stripe names the account of connected events only; the platform's own may also be named by its id. */
function accountOf({ settings }: Deps, event: Stripe.Event): string {
  return event.account === undefined || event.account === settings.platformAccount ? '' : event.account;
}

async function foreign(deps: Deps, event: Stripe.Event, stripeAccount: string): Promise<WebhookRefusal | undefined> {
  if (event.livemode !== deps.settings.livemode) return 'wrong_livemode';
  if (stripeAccount !== '' && !(await isKnownAccount(deps.tenants, stripeAccount))) return 'unknown_account';
  return undefined;
}

async function refused(deps: Deps, reason: WebhookRefusal): Promise<void> {
  await countRefusal(deps.refusals, reason);
  deps.logger.warn({ reason }, 'webhook refused');
}
