import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId } from '@consult/runtime/ids';
import { isClaimable } from '../domain/package-sale.ts';
import { canonicalCode } from '../domain/promotion.ts';
import type { Transaction } from '../domain/transaction.ts';
import { TRANSACTIONS } from '../store/transaction-document.ts';
import { findOpen, findTransaction, insertTransaction } from '../store/transactions.ts';
import { paymentSucceededEvent } from './billing-events.ts';
import type { Deps } from './deps.ts';
import { giveUpAbandoned } from './give-up-abandoned.ts';
import { newPurchase } from './new-purchase.ts';
import { freePlaces } from './purchase-places.ts';
import { type PurchaseTerms, purchaseTerms, quotedPurchase } from './purchase-terms.ts';

/** Rounds of "which places are free, take them" when others do the same at the same moment. */
const ATTEMPTS_MAX = 10;

export interface Claim {
  packageId: string;
  promotionCode?: string | undefined;
  quoteId?: string | undefined;
  /** From the caller's idempotency key. */
  requestId: string;
}

/**
 * Takes what costs nothing: a transaction of 0 that has succeeded, with PaymentSucceeded, in one write and without Stripe. What
 * recurs is had for one period, and does not renew: there is nobody to charge. Refusals: not_found, not_on_sale, not_eligible
 * (+ reason), rule_refused (free_trial, payment_needed, the code; + reason), quote_changed, idempotency_key_reused, conflict.
 */
export async function claimPackage(deps: Deps, caller: Caller, claim: Claim): Promise<Transaction> {
  const { tenantId, userId: clientId } = caller;
  const _id = derivedId('claim', tenantId, clientId, claim.requestId);
  const earlier = await claimedBefore(deps, tenantId, _id, claim);
  if (earlier !== undefined) return earlier;
  const terms = await purchaseTerms(deps, caller, claim);
  if (!isClaimable(terms.sold)) return refuse('rule_refused', { reason: 'free_trial' });
  if (claim.quoteId !== undefined) deps.quoter.check(claim.quoteId, quotedPurchase(terms));
  const { total, currency } = terms.price;
  if (total > 0) return refuse('rule_refused', { reason: 'payment_needed', total, currency });
  await takeBackOpen(deps, terms);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const claimed = (await record(deps, _id, terms)) ?? (await claimedBefore(deps, tenantId, _id, claim));
    if (claimed !== undefined) return claimed;
  }
  return refuse('conflict', { packageId: claim.packageId });
}

async function claimedBefore(
  { transactions }: Deps,
  tenantId: string,
  _id: string,
  { packageId, promotionCode }: Claim,
): Promise<Transaction | undefined> {
  const found = await findTransaction(transactions, { tenantId, _id });
  if (found === undefined) return undefined;
  const code = promotionCode === undefined ? undefined : canonicalCode(promotionCode);
  if (found.packageId !== packageId || found.promotion?.code !== code) return refuse('idempotency_key_reused');
  return found;
}

/** A payment opened before the client knew of the code stands in the way of nothing: it holds a place that is the client's. */
async function takeBackOpen(deps: Deps, { tenant, clientId, sold }: PurchaseTerms): Promise<void> {
  const { tenantId } = tenant;
  const open = await findOpen(deps.transactions, { tenantId, clientId, packageId: sold.packageId });
  if (open !== undefined) await giveUpAbandoned(deps, open);
}

/** Undefined when somebody else has taken a place, or made this very claim. Refusals: not_eligible, rule_refused. */
async function record(deps: Deps, _id: string, terms: PurchaseTerms): Promise<Transaction | undefined> {
  const { tenantId } = terms.tenant;
  const places = await freePlaces(deps, terms);
  if ('refused' in places) {
    // What took the last place may be this very claim, arriving twice.
    if ((await findTransaction(deps.transactions, { tenantId, _id })) !== undefined) return undefined;
    return refuse(places.refused, places.details);
  }
  const now = deps.clock.now();
  const claimed: Transaction = {
    ...newPurchase(terms, { _id, now, transactionId: await deps.nextTransactionId(tenantId) }),
    kind: 'one_time',
    state: 'succeeded',
    feeIsEstimate: false,
    paidAt: now,
    history: [{ at: now, from: '', to: 'succeeded', actor: 'client', reason: 'claimed' }],
  };
  const events = [paymentSucceededEvent(claimed, now)];
  if ((await insertTransaction(deps.transactions, claimed, { ...places, events })) !== 'inserted') return undefined;
  faultPoint('billing.after-claim');
  deps.relay.nudge(TRANSACTIONS, tenantId, _id, events);
  deps.logger.info({ transactionId: claimed.transactionId, packageId: claimed.packageId }, 'package claimed');
  return claimed;
}
