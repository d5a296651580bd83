import type Stripe from 'stripe';
import type { Transaction } from '../domain/transaction.ts';
import { findByPaymentIntent, findTransaction } from '../store/transactions.ts';
import { on } from '../stripe/stripe-api.ts';
import { applyWord } from './apply-word.ts';
import type { Deps } from './deps.ts';
import { type Asked, followMoneyBack } from './follow-money-back.ts';
import { idOf, INTENT_EXPAND, wordOfIntent } from './read-payment.ts';
import { syncInvoice } from './sync-invoice.ts';

/** Asks Stripe how a payment stands and writes it down; without Stripe's ids there is nothing to ask. */
export async function syncTransaction(deps: Deps, transaction: Transaction): Promise<Transaction> {
  const { stripeAccount, stripe } = transaction;
  const { invoiceId, paymentIntentId } = stripe;
  if (paymentIntentId !== undefined) return (await syncIntent(deps, { stripeAccount, paymentIntentId })) ?? transaction;
  if (invoiceId === undefined) return transaction;
  return (await syncInvoice(deps, { stripeAccount, invoiceId })) ?? transaction;
}

/**
 * Reads a payment intent again and writes what became of its transaction, and what has gone back of it: where the charge shows a
 * sign of it, or it is asked for. Undefined when it is none of ours.
 */
export async function syncIntent(
  deps: Deps,
  key: { stripeAccount: string; paymentIntentId: string },
  asked: Asked = {},
): Promise<Transaction | undefined> {
  const { stripeAccount, paymentIntentId } = key;
  const intent = await deps.stripe.call((sdk) =>
    sdk.paymentIntents.retrieve(paymentIntentId, { expand: INTENT_EXPAND }, on(stripeAccount)),
  );
  const transaction = await transactionOf(deps, stripeAccount, intent);
  const followed =
    transaction === undefined ? await followInvoiceOf(deps, key) : await followPayment(deps, transaction, intent);
  return followed && followMoneyBack(deps, followed, intent, asked);
}

/**
 * A renewal has its transaction only once its invoice is heard of. What has gone back of it, or is disputed, may be heard before:
 * then the invoice is followed first. Undefined when it is of no invoice of ours.
 */
async function followInvoiceOf(
  deps: Deps,
  { stripeAccount, paymentIntentId }: { stripeAccount: string; paymentIntentId: string },
): Promise<Transaction | undefined> {
  const payment = { type: 'payment_intent', payment_intent: paymentIntentId } as const;
  const { data } = await deps.stripe.call((sdk) => sdk.invoicePayments.list({ payment, limit: 1 }, on(stripeAccount)));
  const invoiceId = idOf(data[0]?.invoice);
  const followed = invoiceId && (await syncInvoice(deps, { stripeAccount, invoiceId }));
  // Another attempt at the same invoice may be what has paid it.
  return followed && followed.stripe.paymentIntentId === paymentIntentId ? followed : undefined;
}

async function followPayment(
  deps: Deps,
  transaction: Transaction,
  intent: Stripe.PaymentIntent,
): Promise<Transaction | undefined> {
  const { stripeAccount } = transaction;
  const { invoiceId } = transaction.stripe;
  // The payment of an invoice is told by the invoice, which knows the period.
  if (invoiceId !== undefined) return syncInvoice(deps, { stripeAccount, invoiceId });
  const customerId = idOf(intent.customer);
  return applyWord(deps, transaction, wordOfIntent(intent), {
    paymentIntentId: intent.id,
    ...(customerId === undefined ? {} : { customerId }),
  });
}

/** By the intent's id; or by what it was labelled with, when its maker died before noting the id. */
async function transactionOf(
  deps: Deps,
  stripeAccount: string,
  intent: Stripe.PaymentIntent,
): Promise<Transaction | undefined> {
  const known = await findByPaymentIntent(deps.transactions, { stripeAccount, paymentIntentId: intent.id });
  if (known !== undefined) return known;
  const { tenantId, transactionId } = intent.metadata;
  if (tenantId === undefined || transactionId === undefined) return undefined;
  const labelled = await findTransaction(deps.transactions, { tenantId, transactionId });
  // Labels can be written by whoever owns the account: they count only there, and only where no payment is known.
  const fits =
    labelled?.stripeAccount === stripeAccount &&
    labelled.kind === 'one_time' &&
    labelled.stripe.paymentIntentId === undefined;
  return fits ? labelled : undefined;
}
