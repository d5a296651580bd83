import type { Envelope } from '@consult/contracts/envelope';
import { systemCaller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { FEE_AFTER_MS, STALE_AFTER_MS } from '../domain/patience.ts';
import { type Happened, settle, type StripeWord } from '../domain/settle.ts';
import type { StripeIds, Transaction } from '../domain/transaction.ts';
import { TRANSACTIONS } from '../store/transaction-document.ts';
import { findTransaction, saveTransaction } from '../store/transactions.ts';
import { paymentFailedEvent, paymentSucceededEvent } from './billing-events.ts';
import type { Deps } from './deps.ts';
import { platformFeeOf, tenantRules } from './tenant-rules.ts';

const SAVE_ATTEMPTS = 8;

/**
 * Writes what Stripe says about a payment, with its event, in one update at the version it was decided on. However often and
 * by however many at once, the effect is one. Answers the transaction as it is then. Throws `internal` when Stripe has taken
 * another sum than was asked for: a person must look.
 */
export async function applyWord(
  deps: Deps,
  transaction: Transaction,
  word: StripeWord,
  ids: StripeIds,
): Promise<Transaction> {
  const { tenantId, _id, transactionId } = transaction;
  const rule = platformFeeOf(await tenantRules(deps, systemCaller(tenantId, 'billing')), transaction.package);
  let before: Transaction | undefined = transaction;
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS && before !== undefined; attempt += 1) {
    const now = deps.clock.now();
    const settled = settle(before, word, { rule, now });
    if ('refused' in settled) {
      deps.logger.error({ transactionId, reason: settled.refused }, 'Stripe took another sum than was asked for');
      return refuse('internal', { reason: settled.refused, transactionId });
    }
    const { happened } = settled;
    const after = withIds(settled.after, ids, before);
    if (after === before) return before;
    const events = eventsOf(happened, after, now);
    const checkAt = checkAtOf(after, deps.clock.wallNow());
    if (await saveTransaction(deps.transactions, before, after, { events, checkAt })) {
      faultPoint('billing.after-success-write');
      deps.relay.nudge(TRANSACTIONS, tenantId, _id, events);
      deps.logger.info({ transactionId, happened, state: after.state }, 'payment followed');
      return after;
    }
    before = await findTransaction(deps.transactions, { tenantId, _id });
  }
  return refuse('conflict', { transactionId });
}

/** Notes ids that were not known yet; the very same object when there is nothing to write. */
function withIds(after: Transaction, ids: StripeIds, before: Transaction): Transaction {
  const stripe = { ...ids, ...after.stripe };
  const isNew = Object.keys(stripe).length > Object.keys(after.stripe).length;
  if (!isNew) return after;
  return { ...after, stripe, version: before.version + 1 };
}

function eventsOf(happened: Happened, after: Transaction, now: Date): Envelope[] {
  switch (happened) {
    case 'succeeded':
      return [paymentSucceededEvent(after, now)];
    case 'declined':
      return [paymentFailedEvent(after, now)];
    case 'cancelled':
    case 'fee_known':
    case 'nothing':
      return [];
  }
}

/** When Stripe is to be asked again, in technical time; never when nothing can change any more. */
export function checkAtOf(after: Transaction, wallNow: Date): Date | undefined {
  const inMs = (ms: number) => new Date(wallNow.getTime() + ms);
  switch (after.state) {
    case 'pending':
      return inMs(STALE_AFTER_MS);
    case 'succeeded':
    case 'partially_refunded':
    case 'refunded':
      if (after.refunds.some(({ status }) => status === 'pending')) return inMs(STALE_AFTER_MS);
      return after.feeIsEstimate ? inMs(FEE_AFTER_MS) : undefined;
    case 'cancelled':
      return undefined;
  }
}
