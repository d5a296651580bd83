import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Customer, Invoice, InvoiceLine, Price, Subscription, SubscriptionItem } from '../objects.ts';
import { periodEndAfter } from '../periods.ts';
import type { Work } from '../work.ts';
import { finalizeInvoice } from './finalize.ts';
import { createInvoice, draftInvoice } from './invoice.ts';
import { periodLines, prorationLine, type Period } from './lines.ts';
import { methodIdOf } from './collect.ts';
import { productNamesOf } from './product-names.ts';
import { lapse } from './settlement.ts';
import { payNow, type PaymentBehavior } from './subscribe.ts';
import { planOf } from './subscription.ts';

type ProrationBehavior = 'always_invoice' | 'create_prorations' | 'none';

/** Another price, another number of seats, or a cycle that begins anew. */
export interface PlanChange {
  itemId: string | undefined;
  price: Price | undefined;
  quantity: number | undefined;
  restart: boolean;
  prorationBehavior: ProrationBehavior;
}

/** Changes what a subscription sells and bills at once what Stripe would bill at once. */
export async function changePlan(
  work: Work,
  {
    subscription,
    customer,
    change,
    behavior,
    offSession,
  }: {
    subscription: Subscription;
    customer: Customer;
    change: PlanChange;
    behavior: PaymentBehavior;
    offSession: boolean;
  },
): Promise<void> {
  const before = periodOf(itemOf(subscription, change));
  const lines = await applyChange(work, subscription, change);
  if (lines.length === 0) return work.emit('customer.subscription.updated', subscription);
  const invoice = createInvoice(work, {
    subscription,
    customer,
    reason: 'subscription_update',
    lines,
    period: { start: before.start, end: work.now },
  });
  subscription.latest_invoice = invoice.id;
  work.emit('customer.subscription.updated', subscription);
  const methodId = methodIdOf(subscription, customer);
  const intent = finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription update' });
  if (intent === undefined) return;
  if (behavior !== 'default_incomplete') await payNow(work, { invoice, intent, methodId, behavior, offSession });
  if (invoice.status === 'open') lapse(work, subscription);
}

/** What a change would bill, or, where nothing is billed now, what the next renewal will. Nothing is kept. */
export async function previewChange(
  work: Work,
  {
    subscription,
    customer,
    change,
  }: { subscription: Subscription; customer: Customer; change: PlanChange | undefined },
): Promise<Invoice> {
  const lines = change === undefined ? [] : await applyChange(work, subscription, change);
  const id = newStripeId('upcoming_in');
  const [item] = subscription.items.data;
  const period = { start: item?.current_period_start ?? work.now, end: item?.current_period_end ?? work.now };
  if (lines.length > 0)
    return draftInvoice(work.now, { id, subscription, customer, reason: 'subscription_update', lines, period });
  for (const each of subscription.items.data) beginPeriod(subscription, each, each.current_period_end);
  const next = periodLines(subscription, await productNamesOf(work, subscription));
  return draftInvoice(period.end, { id, subscription, customer, reason: 'subscription_cycle', lines: next, period });
}

/** Puts the change onto the subscription and returns the lines to bill now. */
async function applyChange(work: Work, subscription: Subscription, change: PlanChange): Promise<InvoiceLine[]> {
  const item = itemOf(subscription, change);
  const old = { price: item.price, quantity: item.quantity ?? 1, whole: periodOf(item) };
  const oldName = (await productNamesOf(work, subscription)).get(old.price.product) ?? 'Subscription';
  item.price = change.price ?? item.price;
  item.plan = planOf(item.price);
  item.quantity = change.quantity ?? old.quantity;
  const names = await productNamesOf(work, subscription);
  const credit = prorationLine({ subscription, item, ...old, from: work.now, sign: -1, name: oldName });
  const credits = change.prorationBehavior === 'none' ? [] : [credit];
  if (change.restart || rhythmOf(old.price) !== rhythmOf(item.price)) {
    subscription.billing_cycle_anchor = work.now;
    beginPeriod(subscription, item, work.now);
    return [...credits, ...periodLines(subscription, names)];
  }
  if (change.prorationBehavior === 'none') return [];
  if (change.prorationBehavior === 'create_prorations') throw unbilledProrations();
  const { price, quantity } = item;
  const name = names.get(price.product) ?? 'Subscription';
  return [
    ...credits,
    prorationLine({ subscription, item, price, quantity, whole: old.whole, from: work.now, sign: 1, name }),
  ];
}

function itemOf(subscription: Subscription, { itemId }: PlanChange): SubscriptionItem {
  const [only] = subscription.items.data;
  const named = itemId === undefined ? only : subscription.items.data.find(({ id }) => id === itemId);
  if (named !== undefined) return named;
  throw invalid(`Invalid subscription_item id: ${itemId ?? ''}`, { param: 'items[0][id]' });
}

function beginPeriod(subscription: Subscription, item: SubscriptionItem, start: number): void {
  const recurrence = item.price.recurring ?? { interval: 'month', interval_count: 1 };
  item.current_period_start = start;
  item.current_period_end = periodEndAfter(subscription.billing_cycle_anchor, recurrence, start);
}

const periodOf = (item: SubscriptionItem): Period => ({
  start: item.current_period_start,
  end: item.current_period_end,
});

const rhythmOf = ({ recurring }: Price): string =>
  `${recurring?.interval_count ?? 1} ${recurring?.interval ?? 'month'}`;

const unbilledProrations = () =>
  invalid(
    'The sandbox does not keep prorations for a later invoice: pass proration_behavior=always_invoice or none, or restart the cycle with billing_cycle_anchor[type]=now.',
    { param: 'proration_behavior' },
  );
