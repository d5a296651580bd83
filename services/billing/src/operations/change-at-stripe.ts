import { refuse } from '@consult/runtime/errors';
import type Stripe from 'stripe';
import { recurrenceOf } from '../domain/package-sale.ts';
import type { PlannedChange } from '../domain/plan-change.ts';
import type { NextPlan } from '../domain/subscription.ts';
import { on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { idOf } from './read-payment.ts';
import { type AtStripe, releaseSchedule } from './release-schedule.ts';

type Change = AtStripe & { change: PlannedChange };

/** Makes a change of package at Stripe: at once, at the period's end, or none after all. */
export async function changeAtStripe(
  deps: Deps,
  at: Change,
): Promise<{ next?: NextPlan | undefined; invoiceId?: string | undefined }> {
  switch (at.change.takesEffect) {
    case 'stay':
      await releaseSchedule(deps, at);
      return {};
    case 'now':
      return { invoiceId: await upgrade(deps, at) };
    case 'period_end':
      return { next: await waitForEnd(deps, at) };
  }
}

/** What an upgrade does to the item of a subscription; the preview of its invoice is asked for with the very same. */
export function upgradeOf(remote: Stripe.Subscription, change: Pick<PlannedChange, 'priceId' | 'prorationDate'>) {
  const { priceId, prorationDate } = change;
  return {
    items: [{ id: itemOf(remote).id, price: priceId }],
    billing_cycle_anchor: { type: 'now' as const },
    ...(prorationDate === undefined
      ? { proration_behavior: 'none' as const }
      : { proration_behavior: 'always_invoice' as const, proration_date: prorationDate }),
  };
}

/** Stripe's item: we sell one package per subscription. */
export function itemOf(remote: Stripe.Subscription): Stripe.SubscriptionItem {
  return remote.items.data[0] ?? refuse('internal', { detail: 'a subscription without an item' });
}

/**
 * The new price, a new period and the invoice for both, paid within this call or not made at all (`error_if_incomplete`): there
 * is no time at which the plan is the new one and nobody has paid, nor an open invoice that would still have to be undone. The
 * price of it: a bank that asks for its holder just then is a decline; the card is then saved anew, where its bank can ask.
 */
async function upgrade(deps: Deps, at: Change): Promise<string | undefined> {
  const { subscription, wish, change, remote } = at;
  const { stripeAccount, _id } = subscription;
  const params: Stripe.SubscriptionUpdateParams = {
    ...upgradeOf(remote, change),
    payment_behavior: 'error_if_incomplete',
    metadata: { changeId: wish.id, packageId: change.package.packageId },
  };
  const isMade = remote.metadata['changeId'] === wish.id;
  const changed = isMade
    ? remote
    : await deps.stripe.call((sdk) => sdk.subscriptions.update(_id, params, on(stripeAccount, `${wish.id}:upgrade`)));
  // What waited for the period's end is dropped only now: had the card been declined, it would still wait.
  await releaseSchedule(deps, at);
  return idOf(changed.latest_invoice);
}

/** A second phase from the period's end on, which carries the label of the change and leaves the subscription to itself again. */
async function waitForEnd(deps: Deps, { subscription, wish, change, remote }: Change): Promise<NextPlan> {
  const { stripeAccount, _id } = subscription;
  const item = itemOf(remote);
  const known = idOf(remote.schedule);
  const schedule = await deps.stripe.call((sdk) =>
    known === undefined
      ? sdk.subscriptionSchedules.create({ from_subscription: _id }, on(stripeAccount, `${wish.id}:schedule`))
      : sdk.subscriptionSchedules.retrieve(known, {}, on(stripeAccount)),
  );
  const start = schedule.current_phase?.start_date ?? item.current_period_start;
  const end = item.current_period_end;
  const params: Stripe.SubscriptionScheduleUpdateParams = {
    end_behavior: 'release',
    proration_behavior: 'none',
    phases: [
      { items: [{ price: item.price.id, quantity: 1 }], start_date: start, end_date: end, proration_behavior: 'none' },
      {
        items: [{ price: change.priceId, quantity: 1 }],
        duration: recurrenceOf(change.package) ?? refuse('internal', { detail: 'a plan that does not recur' }),
        proration_behavior: 'none',
        metadata: { changeId: wish.id, packageId: change.package.packageId },
      },
    ],
  };
  await deps.stripe.call((sdk) =>
    sdk.subscriptionSchedules.update(schedule.id, params, on(stripeAccount, `${wish.id}:phases`)),
  );
  return { changeId: wish.id, scheduleId: schedule.id, at: new Date(end * 1_000) };
}
