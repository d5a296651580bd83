import { type Caller, hasRole, systemCaller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import { stepMinorOf } from '../domain/price.ts';
import { committedMinor } from '../domain/refund.ts';
import { type RefundFacts, type RefundOption, refundOptions } from '../domain/refund-quote.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import { findTransaction } from '../store/transactions.ts';
import type { Deps } from './deps.ts';

export interface RefundQuote {
  transaction: Transaction;
  facts: RefundFacts;
  options: (RefundOption & { quoteId: string })[];
  validUntil: string;
}

/**
 * What can go back of a payment now, each option with a quote that holds the command to it. A pure read.
 * Refusals: forbidden, not_found, rule_refused (+ reason: not_paid, disputed, no_credits, nothing_to_refund).
 */
export async function quoteRefund(deps: Deps, caller: Caller, transactionId: string): Promise<RefundQuote> {
  const transaction = await refundable(deps, caller, transactionId);
  const { facts, options } = await optionsOf(deps, transaction);
  if (options.length === 0) return refuse('rule_refused', { reason: 'nothing_to_refund', transactionId });
  const signed = options.map((option) => ({ ...option, ...deps.quoter.sign(quotedOf(transaction, facts, option)) }));
  return {
    transaction,
    facts,
    options: signed.map(({ validUntil: _until, ...option }) => option),
    validUntil: signed[0]?.validUntil ?? '',
  };
}

/** Which of the options, reckoned anew, was quoted. Refusals: rule_refused (+ reason), quote_changed (+ reason). */
export async function quotedOption(deps: Deps, transaction: Transaction, quoteId: string): Promise<RefundOption> {
  const { facts, options } = await optionsOf(deps, transaction);
  let reason: unknown = 'outcome';
  for (const option of options) {
    try {
      deps.quoter.check(quoteId, quotedOf(transaction, facts, option));
      return option;
    } catch (error) {
      if (!isAppError(error, 'quote_changed')) throw error;
      // Of another option it says nothing; that it has expired it says of its own only.
      if (error.details['reason'] === 'expired') reason = 'expired';
    }
  }
  return refuse('quote_changed', { reason });
}

/** A payment of the caller's tenant. Refusals: forbidden, not_found. */
export async function refundable(
  deps: Pick<Deps, 'transactions'>,
  caller: Caller,
  transactionId: string,
): Promise<Transaction> {
  if (caller.tenantId === '' || !hasRole(caller, 'finance', 'admin')) return refuse('forbidden');
  const { tenantId } = caller;
  return (await findTransaction(deps.transactions, { tenantId, transactionId })) ?? refuse('not_found');
}

async function optionsOf(
  deps: Deps,
  transaction: Transaction,
): Promise<{ facts: RefundFacts; options: RefundOption[] }> {
  const { transactionId, clientId, tenantId } = transaction;
  if (!isPaid(transaction)) return refuse('rule_refused', { reason: 'not_paid', transactionId });
  // Stripe refunds nothing that the bank has taken back, or may.
  if (transaction.disputes.some(({ status }) => status !== 'won'))
    return refuse('rule_refused', { reason: 'disputed', transactionId });
  const lot = await lotOf(deps, { tenantId, clientId, transactionId });
  const facts = factsOf(transaction, lot);
  return { facts, options: refundOptions(facts, deps.clock.now()) };
}

type Lot = Awaited<ReturnType<Deps['credits']['getLot']>>;

async function lotOf(
  deps: Deps,
  { tenantId, ...payment }: { tenantId: string; clientId: string; transactionId: string },
): Promise<Lot> {
  try {
    return await deps.credits.getLot(systemCaller(tenantId, 'billing'), payment);
  } catch (error) {
    // Paid a moment ago, or a payment that brought no credits.
    if (!isAppError(error, 'not_found')) throw error;
    return refuse('rule_refused', { reason: 'no_credits', transactionId: payment.transactionId });
  }
}

function factsOf(transaction: Transaction, lot: Lot): RefundFacts {
  const { period, singleSessionPriceMinor } = transaction;
  const { added, unlimited } = lot;
  // What has gone on into a later period is unused there.
  const unused = lot.remaining + lot.rolledRemaining;
  const revoked = lot.revoked + lot.rolledRevoked;
  const start = period?.periodStart ?? new Date(lot.effectiveAt);
  const end = period?.periodEnd ?? new Date(lot.expiryDate);
  return {
    paidMinor: transaction.amount.gross,
    refundedMinor: committedMinor(transaction),
    credits: { total: added, unused, gone: Math.max(0, added - unused - revoked) },
    stepMinor: stepMinorOf(transaction.currency),
    ...(unlimited ? { period: { start, end } } : {}),
    ...(singleSessionPriceMinor === undefined ? {} : { singleSessionPriceMinor }),
  };
}

/** What a quote is held to: the sums it was reckoned by as well. */
function quotedOf({ tenantId, transactionId }: Transaction, facts: RefundFacts, option: RefundOption) {
  const { paidMinor, refundedMinor: refunded } = facts;
  return { kind: 'refund', tenantId, subject: transactionId, outcome: { ...option, paidMinor, refunded } };
}
