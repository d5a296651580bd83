import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import type { Transaction } from '../domain/transaction.ts';
import { type Redemption, toTransaction, type TransactionDocument, type Transactions } from './transaction-document.ts';

/** What is kept of a new transaction beside itself. */
export interface NewMarks {
  ordinal?: number | undefined;
  redemption?: Redemption | undefined;
  checkAt?: Date | undefined;
  placingUntil?: Date;
  /** Published with it. */
  events?: Envelope[];
}

/**
 * Records a new transaction. Answers `duplicate` when a unique index refused it: its id, an open one for the same client and
 * package, its ordinal, the use of its promotion code, its payment intent or its invoice.
 */
export async function insertTransaction(
  transactions: Transactions,
  transaction: Transaction,
  marks: NewMarks,
): Promise<'inserted' | 'duplicate'> {
  const { ordinal, redemption, checkAt, placingUntil, events = [] } = marks;
  try {
    await transactions.create({
      ...transaction,
      // A renewal is pending beside anything else: Stripe decides how many there are.
      ...(transaction.kind === 'renewal' || transaction.state !== 'pending' ? {} : { open: true as const }),
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(redemption === undefined ? {} : { redemption }),
      ...(placingUntil === undefined ? {} : { placingUntil }),
      ...(checkAt === undefined ? {} : { checkAt }),
      checks: 0,
      outbox: events,
    });
    return 'inserted';
  } catch (error) {
    if (isDuplicateKey(error)) return 'duplicate';
    throw error;
  }
}

export async function findTransaction(
  transactions: Transactions,
  key: { tenantId: string; transactionId: string } | { tenantId: string; _id: string },
): Promise<Transaction | undefined> {
  return found(await transactions.findOne(key).lean<TransactionDocument>());
}

/** The payment this client has open for this package, if there is one. */
export async function findOpen(
  transactions: Transactions,
  key: { tenantId: string; clientId: string; packageId: string },
): Promise<Transaction | undefined> {
  return found(await transactions.findOne({ ...key, open: true }).lean<TransactionDocument>());
}

export async function findByInvoice(
  transactions: Transactions,
  key: { tenantId: string; invoiceId: string },
): Promise<Transaction | undefined> {
  const { tenantId, invoiceId } = key;
  return found(await transactions.findOne({ tenantId, 'stripe.invoiceId': invoiceId }).lean<TransactionDocument>());
}

/** Whose payment intent this is: a webhook names the account and the intent only. */
export async function findByPaymentIntent(
  transactions: Transactions,
  key: { stripeAccount: string; paymentIntentId: string },
): Promise<Transaction | undefined> {
  const document = await transactions
    .findOne({ 'stripe.paymentIntentId': key.paymentIntentId, stripeAccount: key.stripeAccount })
    .setOptions({ acrossTenants: 'a webhook names a payment intent, not a tenant' })
    .lean<TransactionDocument>();
  return found(document);
}

/** Ordinals in use for this client and package: those up to `maximum`, or, without one, the highest. */
export async function takenOrdinals(
  transactions: Transactions,
  key: { tenantId: string; clientId: string; packageId: string },
  maximum: number | undefined,
): Promise<number[]> {
  const query =
    maximum === undefined
      ? transactions
          .find({ ...key, ordinal: { $exists: true } }, { ordinal: 1 })
          .sort({ ordinal: -1 })
          .limit(1)
      : transactions.find({ ...key, ordinal: { $lte: maximum } }, { ordinal: 1 }).limit(maximum);
  const documents = await query.lean<Pick<TransactionDocument, 'ordinal'>[]>();
  return documents.flatMap(({ ordinal }) => (ordinal === undefined ? [] : [ordinal]));
}

/**
 * Writes what was decided over the version it was decided on, with its events; false when it has moved on meanwhile.
 * What leaves `pending` gives its place as the open one back, and what is cancelled its ordinal and its promotion code too.
 */
export async function saveTransaction(
  transactions: Transactions,
  before: Transaction,
  after: Transaction,
  more: { events: Envelope[]; checkAt: Date | undefined },
): Promise<boolean> {
  const { amount, feeIsEstimate, stripe, state, history, version, period, receiptUrl, paidAt, lastError } = after;
  const { refunds, disputes, invoiceUrl, invoicePdf, holdId } = after;
  const { matchedCount } = await transactions.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    {
      $set: {
        amount,
        feeIsEstimate,
        stripe,
        state,
        history,
        refunds,
        disputes,
        version,
        checks: 0,
        ...(period === undefined ? {} : { period }),
        ...(receiptUrl === undefined ? {} : { receiptUrl }),
        ...(holdId === undefined ? {} : { holdId }),
        ...(invoiceUrl === undefined ? {} : { invoiceUrl }),
        ...(invoicePdf === undefined ? {} : { invoicePdf }),
        ...(paidAt === undefined ? {} : { paidAt }),
        ...(lastError === undefined ? {} : { lastError }),
        ...(more.checkAt === undefined ? {} : { checkAt: more.checkAt }),
      },
      $unset: {
        ...(state === 'pending' ? {} : { open: 1 }),
        ...(state === 'cancelled' ? { ordinal: 1, redemption: 1 } : {}),
        ...(more.checkAt === undefined ? { checkAt: 1 } : {}),
      },
      $push: { outbox: { $each: more.events } },
    },
  );
  return matchedCount === 1;
}

function found(document: TransactionDocument | null): Transaction | undefined {
  return document === null ? undefined : toTransaction(document);
}
