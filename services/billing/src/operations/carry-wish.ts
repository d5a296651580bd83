import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type Stripe from 'stripe';
import { type Wish, withdrawn } from '../domain/subscription-moves.ts';
import type { NextPlan, Subscription } from '../domain/subscription.ts';
import { findSubscription, saveSubscription } from '../store/subscriptions.ts';
import { isCardRefusal, isStripeRefusal, on } from '../stripe/stripe-api.ts';
import { changeAtStripe } from './change-at-stripe.ts';
import type { Deps } from './deps.ts';
import { type AtStripe, releaseSchedule } from './release-schedule.ts';
import { syncInvoice } from './sync-invoice.ts';
import { syncSubscription } from './sync-subscription.ts';

const SAVE_ATTEMPTS = 5;
const ENDED: ReadonlySet<string> = new Set(['canceled', 'incomplete_expired']);

/** What came of a wish at Stripe: a change that waits there, or the invoice that a change has drawn. */
interface Carried {
  next?: NextPlan | undefined;
  invoiceId?: string | undefined;
}

/**
 * Brings a recorded wish to Stripe, under keys derived from it, and records how the subscription then stands. What Stripe does
 * not grant is withdrawn as a whole. Refusals: rule_refused (+ reason, declineCode), dependency_unavailable (the wish stays).
 */
export async function carryWish(deps: Deps, subscription: Subscription, wish: Wish): Promise<Subscription> {
  const { stripeAccount, _id: subscriptionId } = subscription;
  try {
    const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(subscriptionId, {}, on(stripeAccount)));
    const { next, invoiceId } = await tellStripe(deps, { subscription, wish, remote });
    faultPoint('billing.after-wish-at-stripe');
    if (invoiceId !== undefined) await syncInvoice(deps, { stripeAccount, invoiceId });
    const done = { wishId: wish.id, next };
    return (await syncSubscription(deps, { stripeAccount, subscriptionId, done })) ?? refuse('not_found');
  } catch (error) {
    if (isCardRefusal(error)) {
      await withdraw(deps, subscription, wish, 'payment_declined');
      const { decline_code: declineCode, code: stripeCode } = error;
      return refuse('rule_refused', { reason: 'payment_declined', stripeCode, declineCode });
    }
    if (!isStripeRefusal(error)) throw error;
    await withdraw(deps, subscription, wish, 'refused_by_stripe');
    deps.logger.warn({ subscriptionId, move: wish.move, stripeCode: error.code, param: error.param }, 'wish refused');
    return refuse('rule_refused', { reason: 'refused_by_stripe', stripeCode: error.code ?? error.type });
  }
}

/** Takes a wish back: nothing of it is, or will be, at Stripe. */
export async function withdraw(deps: Deps, subscription: Subscription, wish: Wish, reason: string): Promise<void> {
  const { tenantId, _id: subscriptionId } = subscription;
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS; attempt += 1) {
    const before = await findSubscription(deps.subscriptions, { tenantId, subscriptionId });
    if (before === undefined) return;
    const after = withdrawn(before, wish.id, { at: deps.clock.now(), reason });
    if (after === before || (await saveSubscription(deps.subscriptions, before, after, []))) return;
  }
  refuse('conflict', { subscriptionId });
}

async function tellStripe(deps: Deps, at: AtStripe): Promise<Carried> {
  const { subscription, wish, remote } = at;
  if (wish.change !== undefined) return changeAtStripe(deps, { ...at, change: wish.change });
  if (ENDED.has(remote.status)) return {};
  // Stripe leaves the end of a scheduled subscription to its schedule: that goes first.
  if (wish.move !== 'pause') await releaseSchedule(deps, at);
  const { _id: id, stripeAccount } = subscription;
  const under = on(stripeAccount, `${wish.id}:${wish.move}`);
  const update = (params: Stripe.SubscriptionUpdateParams) =>
    deps.stripe.call((sdk) => sdk.subscriptions.update(id, params, under));
  switch (wish.move) {
    case 'cancel_now':
      await deps.stripe.call((sdk) => sdk.subscriptions.cancel(id, {}, under));
      return {};
    case 'cancel_at_period_end':
      await update({ cancel_at_period_end: true });
      return {};
    case 'resume':
      await update({ cancel_at_period_end: false, pause_collection: '' });
      return {};
    case 'pause':
      await update({ pause_collection: { behavior: 'void' } });
      return {};
    case 'change':
      return {};
  }
}
