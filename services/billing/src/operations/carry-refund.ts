import { systemCaller } from '@consult/runtime/caller';
import { faultPoint } from '@consult/runtime/fault';
import type Stripe from 'stripe';
import { noteRefund, type Refund, refundOf, type RefundWord, settleRefund } from '../domain/refund.ts';
import type { Transaction } from '../domain/transaction.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import { type Change, changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import { paymentRefundedEvent, refundFailedEvent } from './refund-events.ts';

/** Why a refund failed that found fewer unused credits than were quoted. */
export const CREDITS_CHANGED = 'credits_changed';

/**
 * Carries a recorded refund on from wherever it stands: revoke the unused credits → refund at Stripe, under a key from its id →
 * write what Stripe said. However often and by however many at once, the money goes back once. What Stripe has definitely
 * refused is failed, and its credits are told to come back. Refusals: dependency_unavailable (Stripe, or credits: it stays
 * pending, and is carried on later).
 */
export async function carryRefund(deps: Deps, transaction: Transaction, refundId: string): Promise<Transaction> {
  const revoked = await revokeUnused(deps, transaction, refundId);
  const refund = refundOf(revoked, refundId);
  if (refund?.status !== 'pending' || refund.stripeRefundId !== undefined) return revoked;
  const answer = await refundAtStripe(deps, revoked, refund);
  faultPoint('billing.refund-placed');
  return hearRefund(deps, revoked, refundId, answer);
}

/** What Stripe says about a refund, and what it calls it. */
export interface RefundAnswer {
  stripeRefundId?: string | undefined;
  word: RefundWord;
}

/** Writes Stripe's answer down with its event. A refund that is still under way has taken its credits before it is told. */
export async function hearRefund(
  deps: Deps,
  transaction: Transaction,
  refundId: string,
  answer: RefundAnswer,
): Promise<Transaction> {
  const { stripeRefundId, word } = answer;
  const revoked = await revokeUnused(deps, transaction, refundId);
  return changeTransaction(deps, revoked, (before) => {
    const noted = stripeRefundId === undefined ? before : noteRefund(before, refundId, { stripeRefundId });
    const settled = settleRefund(noted, refundId, word, deps.clock.now());
    if (settled.happened !== 'nothing')
      deps.logger.info({ transactionId: before.transactionId, refundId, happened: settled.happened }, 'refund settled');
    const wasRefunded = refundOf(before, refundId)?.status === 'succeeded';
    return { after: settled.after, events: eventsOf(settled, refundId, { wasRefunded, now: deps.clock.now() }) };
  });
}

/** What Stripe's refund says in our terms; one that needs something of the client is under way. */
export function answerOf(refund: Stripe.Refund): RefundAnswer {
  const { id, status, failure_reason: reason } = refund;
  if (status === 'succeeded') return { stripeRefundId: id, word: { status } };
  if (status === 'failed' || status === 'canceled')
    return { stripeRefundId: id, word: { status: 'failed', code: reason ?? status } };
  return { stripeRefundId: id, word: { status: 'pending' } };
}

function eventsOf(
  { after, happened }: ReturnType<typeof settleRefund>,
  refundId: string,
  told: { wasRefunded: boolean; now: Date },
): Change['events'] {
  const refund = refundOf(after, refundId);
  if (refund === undefined || happened === 'nothing') return [];
  if (happened === 'refunded') return [paymentRefundedEvent(after, refund, told.now)];
  return [refundFailedEvent(after, refund, told)];
}

/** Before the money goes: credits that are spent meanwhile cannot be taken any more. The same again takes nothing more. */
async function revokeUnused(deps: Deps, transaction: Transaction, refundId: string): Promise<Transaction> {
  const refund = refundOf(transaction, refundId);
  if (refund?.status !== 'pending' || refund.creditsRevoked !== undefined) return transaction;
  const { tenantId, clientId, transactionId } = transaction;
  const { amountMinor, reason } = refund;
  const allUnused = refund.basis !== 'stripe';
  const { credits } = await deps.credits.revoke(systemCaller(tenantId, 'billing'), {
    clientId,
    transactionId,
    refundId,
    amountMinor,
    allUnused,
    reason,
  });
  faultPoint('billing.refund-revoked');
  return changeTransaction(deps, transaction, (before) => {
    const noted = noteRefund(before, refundId, { creditsRevoked: credits });
    if (credits >= (refund.creditsQuoted ?? 0)) return { after: noted, events: [] };
    // A session was booked since the quote: the money that was quoted for its credit must not go.
    const now = deps.clock.now();
    const settled = settleRefund(noted, refundId, { status: 'failed', code: CREDITS_CHANGED }, now);
    return { after: settled.after, events: eventsOf(settled, refundId, { wasRefunded: false, now }) };
  });
}

async function refundAtStripe(deps: Deps, transaction: Transaction, refund: Refund): Promise<RefundAnswer> {
  const { tenantId, transactionId, stripe, stripeAccount } = transaction;
  const { refundId, amountMinor } = refund;
  try {
    const made = await deps.stripe.call((sdk) =>
      sdk.refunds.create(
        {
          ...(stripe.paymentIntentId === undefined ? {} : { payment_intent: stripe.paymentIntentId }),
          amount: amountMinor,
          reason: 'requested_by_customer',
          metadata: { tenantId, transactionId, refundId },
        },
        on(stripeAccount, `refund:${refundId}`),
      ),
    );
    return answerOf(made);
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    const code = error.code ?? error.type;
    deps.logger.warn({ transactionId, refundId, stripeCode: code, param: error.param }, 'Stripe refused a refund');
    return { word: { status: 'failed', code } };
  }
}
