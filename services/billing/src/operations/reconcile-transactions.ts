import { systemCaller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import {
  type AtCredits,
  type AtStripe,
  compare,
  type Finding,
  type FindingKind,
  type Mismatch,
} from '../domain/reconcile.ts';
import type { CheckedPage } from '../domain/reconciliation-run.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import { knownTransactionIds, transactionsAfter } from '../store/transaction-queries.ts';
import { isMissingAtStripe, on } from '../stripe/stripe-api.ts';
import { paymentSucceededEvent } from './billing-events.ts';
import { changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import type { Compared } from './reconcile-page.ts';
import { paymentRefundedEvent } from './refund-events.ts';
import { syncTransaction } from './sync.ts';

const TRANSACTIONS_PER_PAGE = 25;

/** A page of transactions against Stripe and the ledger. Refusals: dependency_unavailable. */
export async function reconcileTransactions(deps: Deps, what: Compared, after: string): Promise<CheckedPage> {
  const { tenantId, since, changedBefore, apply } = what;
  const page = { after, limit: TRANSACTIONS_PER_PAGE };
  const found = await transactionsAfter(deps.transactions, { tenantId, since, changedBefore }, page);
  const settled = found.filter(({ isSettled }) => isSettled);
  const findings: Finding[] = [];
  for (const { transaction } of settled) findings.push(...(await reconcileOne(deps, transaction, apply)));
  const last = found.at(-1)?.transaction;
  const nextCursor = found.length < TRANSACTIONS_PER_PAGE || last === undefined ? '' : last._id;
  return { checked: settled.length, findings, nextCursor };
}

async function reconcileOne(deps: Deps, transaction: Transaction, apply: boolean): Promise<Finding[]> {
  const there = { stripe: await atStripe(deps, transaction), credits: await atCredits(deps, transaction) };
  const found: Finding[] = [];
  for (const mismatch of compare(transaction, there)) {
    const applied = apply && (await mend(deps, transaction, mismatch));
    found.push({ ...mismatch, subject: transaction.transactionId, applied });
  }
  return found;
}

async function atStripe(deps: Deps, { stripe, stripeAccount }: Transaction): Promise<AtStripe | undefined> {
  const { paymentIntentId } = stripe;
  if (paymentIntentId === undefined) return undefined;
  try {
    const intent = await deps.stripe.call((sdk) =>
      sdk.paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge'] }, on(stripeAccount)),
    );
    const { latest_charge: latest } = intent;
    const charge = latest === null || typeof latest === 'string' ? undefined : latest;
    return {
      status: intent.status === 'succeeded' ? 'succeeded' : 'other',
      receivedMinor: intent.amount_received,
      refundedMinor: charge?.amount_refunded ?? 0,
      disputed: charge?.disputed ?? false,
    };
  } catch (error) {
    if (isMissingAtStripe(error)) return undefined;
    throw error;
  }
}

async function atCredits(deps: Deps, transaction: Transaction): Promise<AtCredits | undefined> {
  const { tenantId, clientId, transactionId } = transaction;
  try {
    return await deps.credits.getLot(systemCaller(tenantId, 'billing'), { clientId, transactionId });
  } catch (error) {
    if (isAppError(error, 'not_found')) return undefined;
    throw error;
  }
}

/** Answers whether it was mended, or at least brought on its way. */
async function mend(deps: Deps, transaction: Transaction, mismatch: Mismatch): Promise<boolean> {
  switch (mismatch.repair) {
    case 'ask_stripe':
      await syncTransaction(deps, transaction);
      return true;
    case 'tell_again':
      await tellAgain(deps, transaction, mismatch.kind);
      return true;
    case 'settle':
    case 'by_hand':
      return false;
  }
}

/** Under the ids they have had all along: credits carries out what it has not heard, and nothing else. */
async function tellAgain(deps: Deps, transaction: Transaction, kind: FindingKind): Promise<void> {
  await changeTransaction(deps, transaction, (before) => {
    if (!isPaid(before)) return { after: before, events: [] };
    const now = deps.clock.now();
    const refunds = before.refunds.filter(({ status }) => status === 'succeeded');
    const events =
      kind === 'paid_without_grant'
        ? [paymentSucceededEvent(before, now)]
        : refunds.map((refund) => paymentRefundedEvent(before, refund, now));
    return { after: { ...before, version: before.version + 1 }, events };
  });
}

/** A page of the ledger's lots against the transactions. Refusals: dependency_unavailable. */
export async function reconcileLots(deps: Deps, { tenantId }: Compared, cursor: string): Promise<CheckedPage> {
  const system = systemCaller(tenantId, 'billing');
  const { lots, nextCursor } = await deps.credits.listBoughtLots(system, { cursor });
  const known = await knownTransactionIds(
    deps.transactions,
    tenantId,
    lots.map(({ transactionId }) => transactionId),
  );
  const findings = lots
    .filter(({ transactionId }) => !known.has(transactionId))
    .map(({ lotId, transactionId, clientId }): Finding => {
      const detail = `client ${clientId} has a lot of ${transactionId}, which is no transaction`;
      return { kind: 'grant_without_payment', detail, repair: 'by_hand', subject: lotId, applied: false };
    });
  return { checked: lots.length, findings, nextCursor };
}
