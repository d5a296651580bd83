import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { isSameSale } from '../domain/package-sale.ts';
import { STALE_AFTER_MS } from '../domain/patience.ts';
import type { StripeIds, Transaction } from '../domain/transaction.ts';
import { insertSubscription } from '../store/subscriptions.ts';
import { findTransaction, saveTransaction } from '../store/transactions.ts';
import { claimPlacing, readPlacing, releasePlacing } from '../store/placing.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import { cancelAtStripe, closeRefused } from './cancel-payment.ts';
import type { Deps } from './deps.ts';
import { firstSubscription } from './first-subscription.ts';
import { linkPackage } from './link-package.ts';
import { onceOff } from './once-off.ts';
import type { PurchaseTerms } from './purchase-terms.ts';
import { withSavedCard } from './saved-card.ts';
import { stripeCustomer } from './stripe-customer.ts';
import { syncTransaction } from './sync.ts';

/** Only one at a time brings a purchase to Stripe; who dies with it loses it after this time. */
const PLACING_LEASE_MS = 15_000;
/** How long another asker waits for that one's outcome before it sends its caller away for a moment. */
const PLACED_WITHIN_MS = 7_000;
const LOOK_AGAIN_FIRST_MS = 50;
const LOOK_AGAIN_MAX_MS = 400;
const COME_BACK_SECONDS = 1;
const SAVE_ATTEMPTS = 5;
const ENDED: ReadonlySet<string> = new Set(['succeeded', 'canceled']);

/** What the browser needs to pay. */
export interface OpenPayment {
  transaction: Transaction;
  clientSecret: string;
  /** Stripe has closed it already (paid or cancelled), whether or not we have heard. */
  hasEnded: boolean;
}

/**
 * The payment of a recorded purchase, from whoever brings it to Stripe; or from us, where nobody does.
 * Where Stripe takes no such payment the record is closed. Refusals: rule_refused, conflict, dependency_unavailable.
 */
export async function placeAtStripe(deps: Deps, { tenantId, _id }: Transaction): Promise<OpenPayment> {
  const until = deps.clock.wallNow().getTime() + PLACED_WITHIN_MS;
  let waitMs = LOOK_AGAIN_FIRST_MS;
  for (;;) {
    const { transaction, placingUntil } = await readPlacing(deps.transactions, { tenantId, _id });
    if (transaction.stripe.paymentIntentId !== undefined) return reopen(deps, transaction);
    if (transaction.state !== 'pending') return refuse('conflict', { transactionId: transaction.transactionId });
    const now = deps.clock.wallNow();
    const isFree = placingUntil === undefined || placingUntil <= now;
    if (isFree && (await claimPlacing(deps.transactions, transaction, now, placingLease(now))))
      return place(deps, transaction);
    if (now.getTime() >= until)
      return refuse('dependency_unavailable', { dependency: 'stripe', retryAfterSeconds: COME_BACK_SECONDS });
    await wait(waitMs);
    waitMs = Math.min(waitMs * 2, LOOK_AGAIN_MAX_MS);
  }
}

/** Until when whoever begins now alone brings a purchase to Stripe. */
export function placingLease(now: Date): Date {
  return new Date(now.getTime() + PLACING_LEASE_MS);
}

/**
 * Brings a purchase to Stripe under a key derived from its id, so that whoever repeats it gets the same payment.
 * Only for who holds its lease. Refusals: rule_refused, dependency_unavailable.
 */
export async function place(deps: Deps, transaction: Transaction): Promise<OpenPayment> {
  const { tenantId, clientId, stripeAccount, kind, transactionId } = transaction;
  try {
    const customerId = await stripeCustomer(deps, { tenantId, clientId, stripeAccount });
    const placed =
      kind === 'one_time'
        ? await placeIntent(deps, transaction, customerId)
        : await placeSubscription(deps, transaction, customerId);
    faultPoint('billing.after-stripe');
    const recorded = await recordIds(deps, transaction, placed.ids);
    deps.logger.info({ transactionId, kind }, 'payment opened');
    return { transaction: recorded, clientSecret: placed.clientSecret, hasEnded: false };
  } catch (error) {
    if (!isStripeRefusal(error)) {
      await releasePlacing(deps.transactions, transaction);
      throw error;
    }
    const stripeCode = error.code ?? error.type;
    await closeRefused(deps, transaction, stripeCode);
    deps.logger.warn({ transactionId, stripeCode, param: error.param }, 'Stripe refused a payment');
    return refuse('rule_refused', { reason: 'payment_refused', stripeCode });
  }
}

/** A payment that was asked for before, under the same request: its secret again, whatever has become of it. */
export async function reopen(deps: Deps, transaction: Transaction): Promise<OpenPayment> {
  const { paymentIntentId } = transaction.stripe;
  if (paymentIntentId === undefined) return placeAtStripe(deps, transaction);
  const intent = await deps.stripe.call((sdk) =>
    sdk.paymentIntents.retrieve(paymentIntentId, {}, on(transaction.stripeAccount)),
  );
  return { transaction, clientSecret: intent.client_secret ?? '', hasEnded: ENDED.has(intent.status) };
}

/**
 * The payment that is open for this package, when it still fits what is sold now; `closed` when it has ended at Stripe
 * meanwhile, or was cancelled there because the package, or the code, is another now.
 */
export async function resume(
  deps: Deps,
  open: Transaction,
  terms: Pick<PurchaseTerms, 'sold' | 'code' | 'price'>,
): Promise<OpenPayment | 'closed'> {
  const placed = await reopen(deps, open);
  if (placed.hasEnded) {
    await syncTransaction(deps, placed.transaction);
    return 'closed';
  }
  const { package: opened, amount, promotion } = placed.transaction;
  const isSamePrice = amount.gross === terms.price.total && promotion?.code === terms.code?.code;
  if (isSamePrice && isSameSale(opened, terms.sold)) return placed;
  await cancelAtStripe(deps, placed.transaction);
  return 'closed';
}

interface Placed {
  ids: StripeIds;
  clientSecret: string;
}

async function placeIntent(deps: Deps, transaction: Transaction, customerId: string): Promise<Placed> {
  const terms = {
    amount: transaction.amount.gross,
    currency: transaction.currency.toLowerCase(),
    customer: customerId,
    // Whatever the account has switched on and the page can finish without leaving it.
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const },
    description: transaction.package.details.name,
    metadata: metadataOf(transaction),
  };
  const intent = await withSavedCard(deps, transaction, (card, key) =>
    deps.stripe.call((sdk) => sdk.paymentIntents.create({ ...terms, ...card }, on(transaction.stripeAccount, key))),
  );
  return { ids: { customerId, paymentIntentId: intent.id }, clientSecret: intent.client_secret ?? '' };
}

/** The first invoice is confirmed by the browser like any payment; the card is kept for the later ones. */
async function placeSubscription(deps: Deps, transaction: Transaction, customerId: string): Promise<Placed> {
  const { stripeAccount, tenantId } = transaction;
  const { priceId } = await linkPackage(deps, { tenantId, stripeAccount }, transaction.package);
  const coupon = await onceOff(deps, transaction);
  const subscription = await deps.stripe.call((sdk) =>
    sdk.subscriptions.create(
      {
        customer: customerId,
        items: [{ price: priceId }],
        ...(coupon === undefined ? {} : { discounts: [{ coupon }] }),
        payment_behavior: 'default_incomplete',
        payment_settings: { save_default_payment_method: 'on_subscription', payment_method_types: ['card'] },
        metadata: metadataOf(transaction),
        expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments'],
      },
      on(stripeAccount, `subscription:${transaction._id}`),
    ),
  );
  const invoice = subscription.latest_invoice;
  if (invoice === null || typeof invoice === 'string')
    return refuse('internal', { detail: 'a subscription without its invoice' });
  const paymentIntent = invoice.payments?.data[0]?.payment.payment_intent;
  const paymentIntentId = typeof paymentIntent === 'string' ? paymentIntent : paymentIntent?.id;
  const clientSecret = invoice.confirmation_secret?.client_secret;
  if (paymentIntentId === undefined || clientSecret === undefined)
    return refuse('internal', { detail: 'an invoice without its payment' });
  await insertSubscription(deps.subscriptions, firstSubscription(transaction, subscription.id));
  return { ids: { customerId, subscriptionId: subscription.id, invoiceId: invoice.id, paymentIntentId }, clientSecret };
}

/** Lets a webhook find the purchase even when this process dies before it has noted Stripe's ids. */
function metadataOf({ tenantId, transactionId, clientId, packageId }: Transaction): Record<string, string> {
  return { tenantId, transactionId, clientId, packageId };
}

async function recordIds(deps: Deps, transaction: Transaction, ids: StripeIds): Promise<Transaction> {
  let latest: Transaction | undefined = transaction;
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS && latest !== undefined; attempt += 1) {
    if (latest.stripe.paymentIntentId === ids.paymentIntentId) return latest;
    const after: Transaction = { ...latest, stripe: { ...latest.stripe, ...ids }, version: latest.version + 1 };
    const checkAt = latest.state === 'pending' ? new Date(deps.clock.wallNow().getTime() + STALE_AFTER_MS) : undefined;
    if (await saveTransaction(deps.transactions, latest, after, { events: [], checkAt })) return after;
    latest = await findTransaction(deps.transactions, { tenantId: transaction.tenantId, _id: transaction._id });
  }
  return refuse('conflict', { transactionId: transaction.transactionId });
}
