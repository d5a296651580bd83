import { newStripeId } from '../ids.ts';
import type { Customer, Invoice, InvoiceLine, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { applyChange, beginPeriod, type PlanChange } from './change.ts';
import { discountsOf, type Applied } from './discounts.ts';
import { periodEndOf } from './due.ts';
import { draftInvoice } from './invoice.ts';
import { periodLines } from './lines.ts';
import { pendingItems, pendingLines } from './pending.ts';
import { phaseAt, setPhase } from './phases.ts';
import { productNamesOf } from './product-names.ts';

/**
 * What a change would bill now, or, where nothing is billed now, what the next renewal will, with the prorations that
 * wait for it. The subscription and the customer must be copies: they are changed, and nothing is kept.
 */
export async function previewInvoice(
  work: Work,
  {
    subscription,
    customer,
    change,
    more,
  }: {
    subscription: Subscription;
    customer: Customer;
    change: PlanChange | undefined;
    /** Discounts that are only tried. */
    more: readonly Applied[];
  },
): Promise<Invoice> {
  const { lines, billedNow } =
    change === undefined ? { lines: [], billedNow: false } : await applyChange(work, subscription, change);
  const id = newStripeId('upcoming_in');
  const all = [...pendingLines(subscription, await pendingItems(work, subscription)), ...lines];
  const discounts = await discountsOf(work, subscription, billedNow ? work.now : periodEndOf(subscription));
  const period = { start: startOf(subscription), end: periodEndOf(subscription) };
  const common = { id, subscription, customer, period, discounts: [...discounts, ...more] };
  if (billedNow) return draftInvoice(work.now, { ...common, reason: 'subscription_update', lines: all });
  const renewal = await nextPeriod(work, subscription);
  return draftInvoice(period.end, { ...common, reason: 'subscription_cycle', lines: [...all, ...renewal] });
}

async function nextPeriod(work: Work, subscription: Subscription): Promise<InvoiceLine[]> {
  const ends = periodEndOf(subscription);
  if (subscription.schedule !== null) {
    const phase = phaseAt(await work.get('subscription_schedule', subscription.schedule), ends);
    if (phase !== undefined) await setPhase(work, subscription, phase, ends);
  }
  for (const item of subscription.items.data) beginPeriod(subscription, item, ends);
  return periodLines(subscription, await productNamesOf(work, subscription));
}

const startOf = (subscription: Subscription): number =>
  Math.min(...subscription.items.data.map((item) => item.current_period_start));
