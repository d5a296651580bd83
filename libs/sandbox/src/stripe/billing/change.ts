import { invalid } from '../errors.ts';
import type { Customer, InvoiceLine, Price, Subscription, SubscriptionItem } from '../objects.ts';
import { periodEndAfter } from '../periods.ts';
import type { Work } from '../work.ts';
import { methodIdOf } from './collect.ts';
import { creditLines } from './credit.ts';
import { discountsOf, dropUsed, lessDiscounts } from './discounts.ts';
import { finalizeInvoice } from './finalize.ts';
import { createInvoice } from './invoice.ts';
import { periodLines, remainderLine, type Period } from './lines.ts';
import { keepForLater, markInvoiced, pendingItems, pendingLines } from './pending.ts';
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
  /** The instant prorations are counted from; undefined is now. A quote names it, so that the change costs what was quoted. */
  prorationDate: number | undefined;
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
  const { lines, billedNow } = await applyChange(work, subscription, change);
  if (!billedNow) {
    for (const line of lines) keepForLater(work, subscription, line);
    return work.emit('customer.subscription.updated', subscription);
  }
  const pending = await pendingItems(work, subscription);
  const discounts = await discountsOf(work, subscription);
  const invoice = createInvoice(work, {
    subscription,
    customer,
    reason: 'subscription_update',
    lines: [...pendingLines(subscription, pending), ...lines],
    discounts,
    period: { start: before.start, end: work.now },
  });
  dropUsed(work, subscription, invoice, discounts);
  markInvoiced(pending, invoice);
  subscription.latest_invoice = invoice.id;
  work.emit('customer.subscription.updated', subscription);
  const methodId = methodIdOf(subscription, customer);
  const intent = finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription update' });
  if (intent === undefined) return;
  if (behavior !== 'default_incomplete') await payNow(work, { invoice, intent, methodId, behavior, offSession });
  if (invoice.status === 'open') lapse(work, subscription);
}

/** Puts a change onto a subscription. Its lines are billed now, or are prorations for the next invoice. */
export async function applyChange(
  work: Work,
  subscription: Subscription,
  change: PlanChange,
): Promise<{ lines: InvoiceLine[]; billedNow: boolean }> {
  const item = itemOf(subscription, change);
  const from = prorationInstant(work, item, change);
  const oldRhythm = rhythmOf(item.price);
  const oldName = (await productNamesOf(work, subscription)).get(item.price.product) ?? 'Subscription';
  const isProrated = change.prorationBehavior !== 'none';
  const credits = isProrated ? await creditLines(work, { subscription, item, from, name: oldName }) : [];
  setPlan(item, { price: change.price ?? item.price, quantity: change.quantity ?? item.quantity ?? 1 });
  const names = await productNamesOf(work, subscription);
  if (change.restart || oldRhythm !== rhythmOf(item.price)) {
    subscription.billing_cycle_anchor = work.now;
    beginPeriod(subscription, item, work.now);
    return { lines: [...credits, ...periodLines(subscription, names)], billedNow: true };
  }
  if (!isProrated || from >= item.current_period_end) return { lines: [], billedNow: false };
  const name = names.get(item.price.product) ?? 'Subscription';
  const lasting = (await discountsOf(work, subscription)).filter(({ coupon }) => coupon.duration !== 'once');
  const whole = lessDiscounts((item.price.unit_amount ?? 0) * (item.quantity ?? 1), lasting);
  const lines = [...credits, remainderLine(subscription, item, { from, name, whole })];
  return { lines, billedNow: change.prorationBehavior === 'always_invoice' };
}

/** What an item sells from now on; its period stays as it is. */
export function setPlan(item: SubscriptionItem, { price, quantity }: { price: Price; quantity: number }): void {
  item.price = price;
  item.plan = planOf(price);
  item.quantity = quantity;
}

/** Begins an item's period, which ends where the subscription's anchor says. */
export function beginPeriod(subscription: Subscription, item: SubscriptionItem, start: number): void {
  const recurrence = item.price.recurring ?? { interval: 'month', interval_count: 1 };
  item.current_period_start = start;
  item.current_period_end = periodEndAfter(subscription.billing_cycle_anchor, recurrence, start);
}

/** How often a price is billed, to compare. */
export const rhythmOf = ({ recurring }: Price): string =>
  `${recurring?.interval_count ?? 1} ${recurring?.interval ?? 'month'}`;

function prorationInstant({ now }: Work, item: SubscriptionItem, { prorationDate }: PlanChange): number {
  if (prorationDate === undefined) return now;
  const { start, end } = periodOf(item);
  if (prorationDate >= start && prorationDate <= end) return prorationDate;
  throw invalid('Cannot specify a proration date outside of the current period.', {
    code: 'invoice_invalid_proration_date',
    param: 'proration_date',
  });
}

function itemOf(subscription: Subscription, { itemId }: PlanChange): SubscriptionItem {
  const [only] = subscription.items.data;
  const named = itemId === undefined ? only : subscription.items.data.find(({ id }) => id === itemId);
  if (named !== undefined) return named;
  throw invalid(`Invalid subscription_item id: ${itemId ?? ''}`, { param: 'items[0][id]' });
}

const periodOf = (item: SubscriptionItem): Period => ({
  start: item.current_period_start,
  end: item.current_period_end,
});
