import type { Envelope } from '@consult/contracts/envelope';
import { refuse } from '@consult/runtime/errors';
import type { Transaction } from '../domain/transaction.ts';
import { TRANSACTIONS } from '../store/transaction-document.ts';
import { findTransaction, saveTransaction } from '../store/transactions.ts';
import { checkAtOf } from './apply-word.ts';
import type { Deps } from './deps.ts';

const SAVE_ATTEMPTS = 8;

export interface Change {
  /** The very same transaction: there is nothing to write. */
  after: Transaction;
  events: Envelope[];
}

/**
 * Writes what is decided on a transaction at the version it was decided on, with its events; decided anew on what others have
 * written meanwhile. Answers the transaction as it is then. Refusals: conflict, and those of `decide`.
 */
export async function changeTransaction(
  deps: Pick<Deps, 'transactions' | 'clock' | 'relay'>,
  transaction: Transaction,
  decide: (before: Transaction) => Change,
): Promise<Transaction> {
  const { tenantId, _id, transactionId } = transaction;
  let before: Transaction | undefined = transaction;
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS && before !== undefined; attempt += 1) {
    const { after, events } = decide(before);
    if (after === before) return before;
    const checkAt = checkAtOf(after, deps.clock.wallNow());
    if (await saveTransaction(deps.transactions, before, after, { events, checkAt })) {
      deps.relay.nudge(TRANSACTIONS, tenantId, _id, events);
      return after;
    }
    before = await findTransaction(deps.transactions, { tenantId, _id });
  }
  return refuse('conflict', { transactionId });
}
