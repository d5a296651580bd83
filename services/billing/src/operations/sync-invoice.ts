import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { refuse } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import type Stripe from 'stripe';
import { splitAmount } from '../domain/fees.ts';
import { STALE_AFTER_MS } from '../domain/patience.ts';
import type { StripeWord } from '../domain/settle.ts';
import type { PaidPeriod, Transaction } from '../domain/transaction.ts';
import { findByInvoice, findTransaction, insertTransaction } from '../store/transactions.ts';
import { on } from '../stripe/stripe-api.ts';
import { packageOf } from '../domain/subscription.ts';
import { findAtStripe } from '../store/subscriptions.ts';
import { applyWord } from './apply-word.ts';
import type { Deps } from './deps.ts';
import { hasBegun } from './first-subscription.ts';
import { nextPlace } from './purchase-places.ts';
import { idOf, INTENT_EXPAND, periodOf, sellsPeriod, wordOfInvoice } from './read-payment.ts';
import { syncSubscription } from './sync-subscription.ts';

/**
 * Reads an invoice again, writes what became of its one transaction, and then of its subscription. The first invoice's
 * transaction is the one the purchase opened; a later invoice gets its own. Undefined when it is none of ours.
 */
export async function syncInvoice(
  deps: Deps,
  key: { stripeAccount: string; invoiceId: string },
): Promise<Transaction | undefined> {
  const { stripeAccount, invoiceId } = key;
  const invoice = await deps.stripe.call((sdk) =>
    sdk.invoices.retrieve(invoiceId, { expand: ['payments'] }, on(stripeAccount)),
  );
  const subscriptionId = idOf(invoice.parent?.subscription_details?.subscription);
  if (subscriptionId === undefined) return undefined;
  const first = await firstTransaction(deps, { stripeAccount, subscriptionId }, invoice);
  if (first === undefined) return undefined;
  const period = periodOf(invoice, subscriptionId);
  if (period === undefined) return undefined;
  const intent = await intentOf(deps, stripeAccount, invoice);
  const word = await withEnd(deps, { stripeAccount, subscriptionId }, wordOfInvoice(invoice, intent, period));
  const transaction =
    period.reason === 'create' ? first : await laterTransaction(deps, { first, invoice, intent, word, period });
  const customerId = idOf(invoice.customer);
  const ids = {
    invoiceId,
    subscriptionId,
    ...(intent === undefined ? {} : { paymentIntentId: intent.id }),
    ...(customerId === undefined ? {} : { customerId }),
  };
  const followed = transaction && (await applyWord(deps, transaction, word, ids));
  const paid = word.kind === 'succeeded' ? period : undefined;
  await syncSubscription(deps, { stripeAccount, subscriptionId, paid });
  return followed;
}

/** A renewal that Stripe tries no more: whether it has ended the subscription with it. */
async function withEnd(
  deps: Deps,
  { stripeAccount, subscriptionId }: { stripeAccount: string; subscriptionId: string },
  word: StripeWord,
): Promise<StripeWord> {
  if (word.kind !== 'declined' || word.fault.renewal === undefined) return word;
  if (word.fault.renewal.nextAttemptAt !== undefined) return word;
  const { status } = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(subscriptionId, {}, on(stripeAccount)));
  return { kind: 'declined', fault: { ...word.fault, renewal: { givenUp: status === 'canceled' } } };
}

/** The purchase that began the subscription: its label is on the subscription, and so on each of its invoices. */
async function firstTransaction(
  deps: Deps,
  subscription: { stripeAccount: string; subscriptionId: string },
  invoice: Stripe.Invoice,
): Promise<Transaction | undefined> {
  const { tenantId, transactionId } = invoice.parent?.subscription_details?.metadata ?? {};
  if (tenantId === undefined || transactionId === undefined) return undefined;
  const labelled = await findTransaction(deps.transactions, { tenantId, transactionId });
  return hasBegun(labelled, subscription) ? labelled : undefined;
}

async function intentOf(
  deps: Deps,
  stripeAccount: string,
  invoice: Stripe.Invoice,
): Promise<Stripe.PaymentIntent | undefined> {
  const payments = invoice.payments?.data ?? [];
  const payment = payments.find(({ status }) => status === 'paid') ?? payments.find(({ is_default }) => is_default);
  const id = idOf(payment?.payment.payment_intent);
  if (id === undefined) return undefined;
  return deps.stripe.call((sdk) => sdk.paymentIntents.retrieve(id, { expand: INTENT_EXPAND }, on(stripeAccount)));
}

interface LaterInvoice {
  first: Transaction;
  invoice: Stripe.Invoice;
  intent: Stripe.PaymentIntent | undefined;
  word: StripeWord;
  period: PaidPeriod;
}

/** A renewal's transaction; made when there is something to tell: it was paid, or a card was declined. */
async function laterTransaction(deps: Deps, later: LaterInvoice): Promise<Transaction | undefined> {
  const { first, invoice, word } = later;
  const { tenantId } = first;
  const known = await findByInvoice(deps.transactions, { tenantId, invoiceId: invoice.id });
  if (known !== undefined) return known;
  if (word.kind === 'open' || word.kind === 'canceled') return undefined;
  // What was only reckoned up within a period, and came to nothing, is no payment.
  if (later.period.reason === 'update' && invoice.amount_paid === 0 && !sellsPeriod(invoice)) return undefined;
  const transactionId = await deps.nextTransactionId(tenantId);
  const { sold, isChanged } = await soldBy(deps, later);
  const renewal = renewalOf(later, { transactionId, now: deps.clock.now(), sold });
  const checkAt = new Date(deps.clock.wallNow().getTime() + STALE_AFTER_MS);
  // The first payment of a changed plan is a purchase of its package. It is paid: where its place is gone, it goes without one.
  const ordinal = isChanged ? await nextPlace(deps, { tenantId, clientId: renewal.clientId, sold }) : undefined;
  const places = typeof ordinal === 'number' ? [{ ordinal }, {}] : [{}];
  for (const place of places) {
    if ((await insertTransaction(deps.transactions, renewal, { checkAt, ...place })) === 'inserted') return renewal;
    const recorded = await findByInvoice(deps.transactions, { tenantId, invoiceId: invoice.id });
    if (recorded !== undefined) return recorded;
  }
  return undefined;
}

/** The package an invoice was drawn for, as it was sold, and whether it is the first one under a change: Stripe keeps with it the label the subscription had at the time. */
async function soldBy(
  deps: Deps,
  { first, invoice, period }: LaterInvoice,
): Promise<{ sold: PackageSnapshot; isChanged: boolean }> {
  const { stripeAccount, package: began } = first;
  const changeId = invoice.parent?.subscription_details?.metadata?.['changeId'];
  const subscription = await findAtStripe(deps.subscriptions, { stripeAccount, subscriptionId: period.subscriptionId });
  const sold =
    packageOf(subscription, began, changeId) ?? refuse('internal', { reason: 'unknown_plan', invoiceId: invoice.id });
  return { sold, isChanged: changeId !== undefined && changeId !== subscription?.periodChangeId };
}

function renewalOf(
  later: LaterInvoice,
  made: { transactionId: string; now: Date; sold: PackageSnapshot },
): Transaction {
  const { first, invoice, intent, period } = later;
  const { tenantId, clientId, stripeAccount } = first;
  const { customerId } = first.stripe;
  return {
    // Derived from the invoice: two who hear of it at once make the same record.
    _id: derivedId('invoice', tenantId, invoice.id),
    tenantId,
    clientId,
    packageId: made.sold.packageId,
    stripeAccount,
    transactionId: made.transactionId,
    kind: 'renewal',
    package: made.sold,
    state: 'pending',
    amount: splitAmount(invoice.amount_due, { basisPoints: 0, fixedMinor: 0 }),
    feeIsEstimate: true,
    currency: invoice.currency.toUpperCase(),
    stripe: {
      invoiceId: invoice.id,
      subscriptionId: period.subscriptionId,
      ...(customerId === undefined ? {} : { customerId }),
      ...(intent === undefined ? {} : { paymentIntentId: intent.id }),
    },
    // The terms as bought: those of the first period.
    ...(first.singleSessionPriceMinor === undefined ? {} : { singleSessionPriceMinor: first.singleSessionPriceMinor }),
    refunds: [],
    disputes: [],
    history: [{ at: made.now, from: '', to: 'pending', actor: 'stripe', reason: period.reason }],
    createdAt: made.now,
    version: 1,
  };
}
