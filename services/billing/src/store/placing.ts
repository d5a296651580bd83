import { refuse } from '@consult/runtime/errors';
import type { Transaction } from '../domain/transaction.ts';
import { toTransaction, type TransactionDocument, type Transactions } from './transaction-document.ts';

/** A purchase on its way to Stripe, and until when somebody alone brings it there. Refusals: not_found. */
export async function readPlacing(
  transactions: Transactions,
  key: { tenantId: string; _id: string },
): Promise<{ transaction: Transaction; placingUntil: Date | undefined }> {
  const document = (await transactions.findOne(key).lean<TransactionDocument>()) ?? refuse('not_found');
  return { transaction: toTransaction(document), placingUntil: document.placingUntil };
}

/** Takes the right to bring a purchase to Stripe until `lease`; false while another has it. Technical time. */
export async function claimPlacing(
  transactions: Transactions,
  { tenantId, _id }: Transaction,
  now: Date,
  lease: Date,
): Promise<boolean> {
  const { matchedCount } = await transactions.updateOne(
    { tenantId, _id, state: 'pending', $or: [{ placingUntil: { $exists: false } }, { placingUntil: { $lte: now } }] },
    { $set: { placingUntil: lease } },
  );
  return matchedCount === 1;
}

/** Gives that right back after a failure, so that the next one may try. */
export async function releasePlacing(transactions: Transactions, { tenantId, _id }: Transaction): Promise<void> {
  await transactions.updateOne({ tenantId, _id }, { $unset: { placingUntil: 1 } });
}
