import type { DuePage } from '@consult/runtime/due-worker';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import type { State, Transaction } from '../domain/transaction.ts';
import { toTransaction, type TransactionDocument, type Transactions } from './transaction-document.ts';

/** Which transactions a list shows; every part narrows it. */
export interface TransactionFilter {
  tenantId: string;
  clientId?: string | undefined;
  state?: State | undefined;
  packageId?: string | undefined;
  /** Created within, half-open; business time. */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** A page of transactions, newest first. */
export async function listTransactions(
  transactions: Transactions,
  filter: TransactionFilter,
  page: TimePage,
): Promise<Transaction[]> {
  const { tenantId, clientId, state, packageId, from, to } = filter;
  const within = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  const documents = await transactions
    .find({
      tenantId,
      ...(clientId === undefined ? {} : { clientId }),
      ...(state === undefined ? {} : { state }),
      ...(packageId === undefined ? {} : { packageId }),
      $and: [afterPlace('createdAt', page.place), from || to ? { createdAt: within } : {}],
    })
    .sort({ createdAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<TransactionDocument[]>();
  return documents.map(toTransaction);
}

/** Transactions Stripe is to be asked about by now (technical time), oldest first. */
export async function dueForCheck(
  transactions: Transactions,
  now: Date,
  limit: number,
): Promise<{ transaction: Transaction; checks: number }[]> {
  const documents = await transactions
    .find({ checkAt: { $lte: now } })
    .setOptions({ acrossTenants: 'the reconciler settles what is stale in every tenant' })
    .sort({ checkAt: 1 })
    .limit(limit)
    .lean<TransactionDocument[]>();
  return documents.map((document) => ({ transaction: toTransaction(document), checks: document.checks }));
}

/** Puts the next question to Stripe off; without effect when the transaction has moved on meanwhile. */
export async function postponeCheck(
  transactions: Transactions,
  transaction: Transaction,
  checkAt: Date,
): Promise<void> {
  const { tenantId, _id, version } = transaction;
  await transactions.updateOne(
    { tenantId, _id, version, checkAt: { $exists: true } },
    { $set: { checkAt }, $inc: { checks: 1 } },
  );
}

/** Purchases that have been open since before `createdBefore` (business time), oldest first. */
export async function openSince(
  transactions: Transactions,
  createdBefore: Date,
  page: DuePage,
): Promise<Transaction[]> {
  const documents = await transactions
    .find({ open: true, createdAt: { $lte: createdBefore }, _id: { $nin: page.except } })
    .setOptions({ acrossTenants: 'abandoned purchases are given up in every tenant' })
    .sort({ createdAt: 1 })
    .limit(page.limit)
    .lean<TransactionDocument[]>();
  return documents.map(toTransaction);
}

/** The payment of the period that a subscription is in; undefined before the first. */
export async function findPeriodPayment(
  transactions: Transactions,
  subscription: { tenantId: string; clientId: string; packageId: string; _id: string; periodStart?: Date | undefined },
): Promise<Transaction | undefined> {
  const { tenantId, clientId, packageId, _id, periodStart } = subscription;
  if (periodStart === undefined) return undefined;
  const document = await transactions
    .findOne({ tenantId, clientId, packageId, 'period.subscriptionId': _id, 'period.periodStart': periodStart })
    .lean<TransactionDocument>();
  return document === null ? undefined : toTransaction(document);
}

/**
 * A tenant's transactions by their internal id, a page at a time. Not settled is what was written since `changedBefore`
 * (technical time), or has events yet to be published.
 */
export async function transactionsAfter(
  transactions: Transactions,
  filter: { tenantId: string; since?: Date | undefined; changedBefore: Date },
  page: { after: string; limit: number },
): Promise<{ transaction: Transaction; isSettled: boolean }[]> {
  const { tenantId, since, changedBefore } = filter;
  const documents = await transactions
    .find({ tenantId, _id: { $gt: page.after }, ...(since === undefined ? {} : { createdAt: { $gte: since } }) })
    .sort({ _id: 1 })
    .limit(page.limit)
    .lean<TransactionDocument[]>();
  return documents.map((document) => {
    const { outbox, changedAt } = document;
    const isSettled = outbox.length === 0 && (changedAt === undefined || changedAt < changedBefore);
    return { transaction: toTransaction(document), isSettled };
  });
}

/** Which of these public ids are transactions of the tenant. */
export async function knownTransactionIds(
  transactions: Transactions,
  tenantId: string,
  transactionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const documents = await transactions
    .find({ tenantId, transactionId: { $in: [...transactionIds] } }, { transactionId: 1 })
    .lean<Pick<TransactionDocument, 'transactionId'>[]>();
  return new Set(documents.map(({ transactionId }) => transactionId));
}
