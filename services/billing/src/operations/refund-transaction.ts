import type { Caller } from '@consult/runtime/caller';
import { isDuplicateKey, refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId } from '@consult/runtime/ids';
import { committedMinor, recordRefund, type Refund, refundOf } from '../domain/refund.ts';
import type { Transaction } from '../domain/transaction.ts';
import { carryRefund, CREDITS_CHANGED } from './carry-refund.ts';
import { changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import { quotedOption, refundable } from './quote-refund.ts';

export interface RefundOrder {
  transactionId: string;
  quoteId: string;
  reason: string;
  /** From the caller's idempotency key: one request, one refund. */
  requestId: string;
}

/**
 * Refunds what was quoted: record → revoke the unused credits → refund at Stripe → record. The same request again is the same
 * refund, carried on from where it stands. Refusals: forbidden, not_found, quote_changed, rule_refused (+ reason:
 * refund_refused with Stripe's code, and those of the quote), idempotency_key_reused, dependency_unavailable (it stays pending
 * and is carried on by itself).
 */
export async function refundTransaction(deps: Deps, caller: Caller, order: RefundOrder): Promise<Transaction> {
  const { transactionId, reason, requestId } = order;
  const found = await refundable(deps, caller, transactionId);
  const refundId = derivedId('refund', caller.tenantId, caller.userId, requestId);
  const earlier = refundOf(found, refundId);
  if (earlier !== undefined && earlier.reason !== reason) return refuse('idempotency_key_reused');
  const recorded = earlier === undefined ? await record(deps, caller, { transaction: found, refundId, order }) : found;
  const after = await carryRefund(deps, recorded, refundId);
  const refund = refundOf(after, refundId);
  if (refund?.failure === CREDITS_CHANGED) return refuse('quote_changed', { reason: CREDITS_CHANGED });
  if (refund?.status === 'failed')
    return refuse('rule_refused', { reason: 'refund_refused', stripeCode: refund.failure, refundId, transactionId });
  return after;
}

/** Decided by the quote on the transaction as it is, and written at its version: of two at once, one is not what was quoted. */
async function record(
  deps: Deps,
  caller: Caller,
  wanted: { transaction: Transaction; refundId: string; order: RefundOrder },
): Promise<Transaction> {
  const { transaction, refundId, order } = wanted;
  const { basis, amountMinor, creditsRevoked: creditsQuoted } = await quotedOption(deps, transaction, order.quoteId);
  const refund: Refund = {
    refundId,
    basis,
    amountMinor,
    creditsQuoted,
    status: 'pending',
    reason: order.reason,
    actor: caller.userId,
    createdAt: deps.clock.now(),
  };
  try {
    const recorded = await changeTransaction(deps, transaction, (before) => {
      if (refundOf(before, refundId) !== undefined) return { after: before, events: [] };
      // Somebody else refunds, or the bank does: what was quoted is no longer sure.
      if (!isSameMoney(before, transaction)) return refuse('quote_changed', { reason: 'outcome' });
      const after = recordRefund(before, refund);
      return 'refused' in after ? refuse('rule_refused', { reason: after.refused }) : { after, events: [] };
    });
    faultPoint('billing.refund-recorded');
    return recorded;
  } catch (error) {
    if (isDuplicateKey(error)) return refuse('idempotency_key_reused');
    throw error;
  }
}

function isSameMoney(before: Transaction, quoted: Transaction): boolean {
  return committedMinor(before) === committedMinor(quoted) && before.disputes.length === quoted.disputes.length;
}
