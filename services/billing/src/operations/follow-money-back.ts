import { refuse } from '@consult/runtime/errors';
import type Stripe from 'stripe';
import { type DisputeWord, followDispute } from '../domain/dispute.ts';
import { recordRefund, type Refund, refundOf } from '../domain/refund.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import { on } from '../stripe/stripe-api.ts';
import { answerOf, hearRefund } from './carry-refund.ts';
import { changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import { idOf } from './read-payment.ts';
import { disputeEvent } from './refund-events.ts';

/** More than one payment ever has. */
const LISTED_MAX = 100;

/** What is to be looked at whatever the charge says. */
export interface Asked {
  refunds?: boolean;
  disputes?: boolean;
}

/**
 * Reads again what has gone back of a payment and what is disputed of it, where there is a sign of it, and writes it down.
 * Whatever was heard twice, late or in another order, each is told once.
 */
export async function followMoneyBack(
  deps: Deps,
  transaction: Transaction,
  intent: Stripe.PaymentIntent,
  asked: Asked,
): Promise<Transaction> {
  if (!isPaid(transaction)) return transaction;
  const { latest_charge: latest } = intent;
  const charge = latest === null || typeof latest === 'string' ? undefined : latest;
  const refunded = (charge?.amount_refunded ?? 0) > 0 || transaction.refunds.some(({ status }) => status !== 'failed');
  const disputed = charge?.disputed === true || transaction.disputes.some(({ status }) => status === 'open');
  let after = transaction;
  if (asked.refunds === true || refunded) after = await followRefunds(deps, after, intent.id);
  if (asked.disputes === true || disputed) after = await followDisputes(deps, after, intent.id);
  return after;
}

async function followRefunds(deps: Deps, transaction: Transaction, paymentIntentId: string): Promise<Transaction> {
  const { data } = await deps.stripe.call((sdk) =>
    sdk.refunds.list({ payment_intent: paymentIntentId, limit: LISTED_MAX }, on(transaction.stripeAccount)),
  );
  let after = transaction;
  for (const refund of data.toReversed()) {
    const { refundId, known } = await ourRefund(deps, after, refund);
    after = await hearRefund(deps, known, refundId, answerOf(refund));
  }
  return after;
}

/** Ours by its label; any other began at Stripe, and is written down under Stripe's id. */
async function ourRefund(
  deps: Deps,
  transaction: Transaction,
  refund: Stripe.Refund,
): Promise<{ refundId: string; known: Transaction }> {
  const known = await changeTransaction(deps, transaction, (before) => {
    // Ours may have been recorded after the transaction was read, and before Stripe was asked.
    if (recordOf(before, refund) !== undefined) return { after: before, events: [] };
    const recorded = recordRefund(before, fromStripe(refund, deps.clock.now()));
    if ('refused' in recorded) return refuse('conflict', { reason: recorded.refused });
    return { after: recorded, events: [] };
  });
  return { refundId: recordOf(known, refund)?.refundId ?? refund.id, known };
}

/** What is written down of Stripe's refund. A label can be written by whoever owns the account: it counts once. */
function recordOf(transaction: Transaction, { id, metadata }: Stripe.Refund): Refund | undefined {
  const labelled = refundOf(transaction, metadata?.['refundId'] ?? id);
  return labelled !== undefined && (labelled.stripeRefundId ?? id) === id ? labelled : refundOf(transaction, id);
}

/** One that had failed before we heard of it has taken nothing and is told to nobody. */
function fromStripe(refund: Stripe.Refund, now: Date): Refund {
  const { word } = answerOf(refund);
  return {
    refundId: refund.id,
    stripeRefundId: refund.id,
    basis: 'stripe',
    amountMinor: refund.amount,
    reason: refund.reason ?? '',
    actor: 'stripe',
    createdAt: now,
    ...(word.status === 'failed'
      ? { status: 'failed', failure: word.code, settledAt: now, creditsRevoked: 0 }
      : { status: 'pending' }),
  };
}

async function followDisputes(deps: Deps, transaction: Transaction, paymentIntentId: string): Promise<Transaction> {
  const { data } = await deps.stripe.call((sdk) =>
    sdk.disputes.list({ payment_intent: paymentIntentId, limit: LISTED_MAX }, on(transaction.stripeAccount)),
  );
  let after = transaction;
  for (const dispute of data.toReversed()) {
    if (idOf(dispute.payment_intent) !== paymentIntentId) continue;
    after = await changeTransaction(deps, after, (before) => {
      const now = deps.clock.now();
      const followed = followDispute(before, disputeWord(dispute), now);
      const told = followed.after.disputes.find(({ disputeId }) => disputeId === dispute.id);
      const events = told
        ? followed.happened.map((happened) => disputeEvent(followed.after, { dispute: told, happened }, now))
        : [];
      if (events.length > 0)
        deps.logger.info({ transactionId: before.transactionId, disputeId: dispute.id }, 'dispute followed');
      return { after: followed.after, events };
    });
  }
  return after;
}

/** An inquiry that ends without becoming a dispute is won. */
const CLOSED: Readonly<Record<string, 'won' | 'lost'>> = {
  won: 'won',
  lost: 'lost',
  warning_closed: 'won',
  prevented: 'won',
};

function disputeWord({ id, status, reason, amount, created }: Stripe.Dispute): DisputeWord {
  return {
    disputeId: id,
    status: CLOSED[status] ?? 'open',
    reason,
    amountMinor: amount,
    openedAt: new Date(created * 1_000),
  };
}
