import { type Caller, hasRole, systemCaller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import { type AtCredits, type AtStripe, compare, type FindingKind, type Mismatch } from '../domain/reconcile.ts';
import { isPaid, type Transaction } from '../domain/transaction.ts';
import { knownTransactionIds, transactionsAfter } from '../store/transaction-queries.ts';
import { isMissingAtStripe, on } from '../stripe/stripe-api.ts';
import { paymentSucceededEvent } from './billing-events.ts';
import { changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import { paymentRefundedEvent } from './refund-events.ts';
import { syncTransaction } from './sync.ts';

const TRANSACTIONS_PER_PAGE = 25;
/** After the transactions come the ledger's lots; their cursors begin with this. */
const LOTS = 'lots:';

export interface ReconcileInput {
  tenantId: string;
  since?: Date | undefined;
  cursor: string;
  /** Mends what can be mended without a person. */
  apply: boolean;
}

export interface Finding extends Mismatch {
  /** The transaction, or the lot nobody paid for. */
  subject: string;
  applied: boolean;
}

/**
 * Holds a page of a tenant's transactions against Stripe and the ledger, and at the end the ledger's lots against the
 * transactions. What is mended is mended by the means of daily work: Stripe is asked again, or an event is told again, which
 * changes nothing where it was heard. Refusals: forbidden (the operator asks), dependency_unavailable.
 */
export async function reconcile(
  deps: Deps,
  caller: Caller,
  input: ReconcileInput,
): Promise<{ checked: number; findings: Finding[]; nextCursor: string }> {
  if (!hasRole(caller, 'operator')) return refuse('forbidden');
  if (input.cursor.startsWith(LOTS)) return reconcileLots(deps, input);
  const { tenantId, since, cursor: after } = input;
  const page = { after, limit: TRANSACTIONS_PER_PAGE };
  const transactions = await transactionsAfter(deps.transactions, { tenantId, since }, page);
  const findings: Finding[] = [];
  for (const transaction of transactions) findings.push(...(await reconcileOne(deps, transaction, input.apply)));
  const last = transactions.at(-1);
  const nextCursor = last === undefined || transactions.length < TRANSACTIONS_PER_PAGE ? LOTS : last._id;
  return { checked: transactions.length, findings, nextCursor };
}

async function reconcileOne(deps: Deps, transaction: Transaction, apply: boolean): Promise<Finding[]> {
  const there = { stripe: await atStripe(deps, transaction), credits: await atCredits(deps, transaction) };
  const found: Finding[] = [];
  for (const mismatch of compare(transaction, there)) {
    const applied = apply && (await mend(deps, transaction, mismatch));
    const { kind } = mismatch;
    deps.logger.warn(
      { tenantId: transaction.tenantId, transactionId: transaction.transactionId, kind, applied },
      'reconciling found',
    );
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
    const charge = intent.latest_charge;
    return {
      status: intent.status === 'succeeded' ? 'succeeded' : 'other',
      receivedMinor: intent.amount_received,
      refundedMinor: charge === null || typeof charge === 'string' ? 0 : charge.amount_refunded,
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
    case 'by_hand':
      return false;
    case 'ask_stripe':
      await syncTransaction(deps, transaction);
      return true;
    case 'tell_again':
      await tellAgain(deps, transaction, mismatch.kind);
      return true;
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

async function reconcileLots(
  deps: Deps,
  { tenantId, cursor }: ReconcileInput,
): Promise<{ checked: number; findings: Finding[]; nextCursor: string }> {
  const system = systemCaller(tenantId, 'billing');
  const { lots, nextCursor } = await deps.credits.listBoughtLots(system, { cursor: cursor.slice(LOTS.length) });
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
  return { checked: lots.length, findings, nextCursor: nextCursor === '' ? '' : `${LOTS}${nextCursor}` };
}
