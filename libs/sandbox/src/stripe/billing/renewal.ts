import { derivedStripeId } from '../ids.ts';
import type { Customer, Invoice, Subscription, SubscriptionSchedule } from '../objects.ts';
import type { Work } from '../work.ts';
import { beginPeriod } from './change.ts';
import { endSubscription, expireIncomplete, markUncollectible, voidInvoice } from './closing.ts';
import { collectInvoice, failWithoutMethod, intentOfInvoice, methodIdOf } from './collect.ts';
import { discountsOf, dropUsed } from './discounts.ts';
import { periodEndOf } from './due.ts';
import { finalizeInvoice } from './finalize.ts';
import { createInvoice } from './invoice.ts';
import { periodLines } from './lines.ts';
import { markInvoiced, pendingItems, pendingLines } from './pending.ts';
import { productNamesOf } from './product-names.ts';
import { followSchedule } from './schedule.ts';
import { subscriptionOf } from './settlement.ts';

const DAY_SECONDS = 86_400;
/** When a failed renewal is tried again, counted from its first attempt; after the last the subscription ends. */
const RETRY_DAYS = [1, 3, 7] as const;

/** Does what a subscription is due for at `work.now`: expire, end, resume collection, or begin its next period. */
export async function actSubscription(work: Work, subscription: Subscription): Promise<void> {
  if (subscription.status === 'incomplete') return expireIncomplete(work, subscription);
  const ends = subscription.cancel_at ?? (subscription.cancel_at_period_end ? periodEndOf(subscription) : null);
  if (ends !== null && ends <= work.now) return endSubscription(work, subscription, 'cancellation_requested');
  if (await followSchedule(work, subscription)) return endSubscription(work, subscription, 'cancellation_requested');
  const resumesAt = subscription.pause_collection?.resumes_at ?? null;
  if (resumesAt !== null && resumesAt <= work.now) {
    subscription.pause_collection = null;
    work.emit('customer.subscription.updated', subscription);
  }
  if (periodEndOf(subscription) <= work.now) await renew(work, subscription);
}

/** The end of a phase: the subscription goes on to the next one, and renews if its period ends too. */
export async function actSchedule(work: Work, schedule: SubscriptionSchedule): Promise<void> {
  await actSubscription(work, await work.get('subscription', schedule.subscription ?? ''));
}

/** Tries an overdue invoice once more, and plans the next try or gives the subscription up. */
export async function retryInvoice(work: Work, invoice: Invoice): Promise<void> {
  const subscription = await subscriptionOf(work, invoice);
  if (subscription === undefined) {
    invoice.next_payment_attempt = null;
    return;
  }
  planNextAttempt(work, invoice);
  const customer = await work.get('customer', subscription.customer);
  await collectOffSession(work, { invoice, subscription, customer });
  if (invoice.status === 'open' && invoice.next_payment_attempt === null) {
    await endSubscription(work, subscription, 'payment_failed');
  }
}

async function renew(work: Work, subscription: Subscription): Promise<void> {
  const ended = periodEndOf(subscription);
  const started = Math.min(...subscription.items.data.map((item) => item.current_period_start));
  for (const item of subscription.items.data) beginPeriod(subscription, item, ended);
  const customer = await work.get('customer', subscription.customer);
  const pending = await pendingItems(work, subscription);
  const names = await productNamesOf(work, subscription);
  const discounts = await discountsOf(work, subscription);
  const invoice = createInvoice(work, {
    // Derived from subscription and instant: a renewal that is repeated after a crash meets its own invoice.
    id: derivedStripeId('in', subscription.id, ended),
    subscription,
    customer,
    reason: 'subscription_cycle',
    lines: [...pendingLines(subscription, pending), ...periodLines(subscription, names)],
    discounts,
    period: { start: started, end: ended },
  });
  dropUsed(work, subscription, invoice, discounts);
  markInvoiced(pending, invoice);
  subscription.latest_invoice = invoice.id;
  work.emit('customer.subscription.updated', subscription);
  await bill(work, { invoice, subscription, customer });
}

interface Bill {
  invoice: Invoice;
  subscription: Subscription;
  customer: Customer;
}

async function bill(work: Work, { invoice, subscription, customer }: Bill): Promise<void> {
  const paused = subscription.pause_collection?.behavior;
  if (paused === 'keep_as_draft') {
    invoice.auto_advance = false;
    return;
  }
  const methodId = methodIdOf(subscription, customer);
  const intent = finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription update' });
  if (intent === undefined) return;
  if (paused === 'void') return voidInvoice(work, invoice);
  if (paused === 'mark_uncollectible') return markUncollectible(work, invoice);
  planNextAttempt(work, invoice);
  await collectOffSession(work, { invoice, subscription, customer });
}

async function collectOffSession(work: Work, { invoice, subscription, customer }: Bill): Promise<void> {
  const methodId = methodIdOf(subscription, customer);
  const intent = await intentOfInvoice(work, invoice);
  if (methodId === null || intent === undefined) failWithoutMethod(work, invoice, subscription);
  else await collectInvoice(work, { invoice, intent, methodId, offSession: true });
}

/** Set before the attempt, so that `invoice.payment_failed` says when the next one comes. */
function planNextAttempt(work: Work, invoice: Invoice): void {
  const tries = RETRY_DAYS.map((days) => invoice.created + days * DAY_SECONDS);
  invoice.next_payment_attempt = tries.find((at) => at > work.now) ?? null;
}
