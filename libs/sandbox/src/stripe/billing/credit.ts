import type { InvoiceLine, Subscription, SubscriptionItem } from '../objects.ts';
import type { Work } from '../work.ts';
import { dateOf, newLine, type Credited } from './lines.ts';
import { pendingItems } from './pending.ts';

/** A voided period was never sold, and a draft is not sold yet. */
const BILLED = new Set<string | null>(['paid', 'open']);

interface Billed {
  line: Pick<InvoiceLine, 'currency' | 'period' | 'pricing' | 'quantity'>;
  /** What it came to after everything that was taken off. */
  net: number;
  credited: Credited | null;
}

/**
 * Gives back the part of what an item was last billed that lies after an instant. It is counted from what was billed
 * and not from the price, so that discounts are not given back, and a change made and unmade comes to nothing.
 */
export async function creditLines(
  work: Work,
  {
    subscription,
    item,
    from,
    name,
  }: { subscription: Subscription; item: SubscriptionItem; from: number; name: string },
): Promise<InvoiceLine[]> {
  const billed = await lastBilled(work, subscription, item);
  if (billed === undefined || billed.net === 0) return [];
  const { currency, period, pricing, quantity } = billed.line;
  const share = Math.min(1, (period.end - from) / (period.end - period.start));
  if (share <= 0) return [];
  return [
    newLine({
      subscription,
      itemId: item.id,
      pricing,
      currency,
      quantity: quantity ?? 1,
      amount: -Math.round(billed.net * share),
      period: { start: from, end: period.end },
      description: `Unused time on ${name} after ${dateOf(from)}`,
      proration: { credited: billed.credited, invoiceItem: null },
    }),
  ];
}

async function lastBilled(work: Work, subscription: Subscription, item: SubscriptionItem): Promise<Billed | undefined> {
  const pending = (await pendingItems(work, subscription)).find(
    ({ parent, amount }) => amount > 0 && parent?.subscription_details?.subscription_item === item.id,
  );
  if (pending !== undefined) return { line: pending, net: pending.amount, credited: null };
  const invoices = await work.where('invoice', { 'body.parent.subscription_details.subscription': subscription.id });
  for (const invoice of invoices) {
    if (!BILLED.has(invoice.status)) continue;
    const line = invoice.lines.data.find((each) => each.amount >= 0 && isOf(each, item));
    if (line !== undefined) return { line, net: netOf(line), credited: { invoice: invoice.id, lines: [line.id] } };
  }
  return undefined;
}

const isOf = ({ parent, period }: InvoiceLine, item: SubscriptionItem): boolean =>
  parent?.subscription_item_details?.subscription_item === item.id && period.end === item.current_period_end;

/** What a line comes to after its discounts. */
export const netOf = ({ amount, discount_amounts: discounts }: InvoiceLine): number =>
  amount - (discounts ?? []).reduce((sum, each) => sum + each.amount, 0);
