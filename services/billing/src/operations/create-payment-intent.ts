import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId, newId } from '@consult/runtime/ids';
import type { Offer } from '../domain/package-sale.ts';
import { STALE_AFTER_MS } from '../domain/patience.ts';
import { canonicalCode } from '../domain/promotion.ts';
import type { Transaction } from '../domain/transaction.ts';
import { findOpen, findTransaction, insertTransaction } from '../store/transactions.ts';
import { changeTransaction } from './change-transaction.ts';
import type { Deps } from './deps.ts';
import { newPurchase } from './new-purchase.ts';
import { type OpenPayment, place, placingLease, reopen, resume } from './open-payment.ts';
import { freePlaces } from './purchase-places.ts';
import { savedCard } from './saved-card.ts';
import { type PurchaseTerms, purchaseTerms, quotedPurchase } from './purchase-terms.ts';

/** Rounds of "is one open, else record one" when others do the same at the same moment. */
const OPEN_ATTEMPTS = 10;

export interface Purchase {
  packageId: string;
  /** The catalog's price: a code is applied after. */
  offer: Offer;
  promotionCode?: string | undefined;
  quoteId?: string | undefined;
  /** The slot that is kept while this is paid; it becomes the booking when the credits arrive. */
  holdId?: string | undefined;
  /** From the caller's idempotency key; empty: the one open payment per client and package decides. */
  requestId: string;
}

/**
 * Opens the payment of a package, or answers the one that is open for it already: record → Stripe → record.
 * Refusals: not_found, not_on_sale, price_changed (+ currentPrice), quote_changed, no_payment_needed, not_eligible (+ reason),
 * rule_refused (the code, or Stripe takes no such payment; + reason), idempotency_key_reused (for something else),
 * dependency_unavailable (+ retryAfterSeconds).
 */
export async function createPaymentIntent(deps: Deps, caller: Caller, purchase: Purchase): Promise<OpenPayment> {
  const { tenantId, userId: clientId } = caller;
  const _id = purchase.requestId === '' ? newId() : derivedId('purchase', tenantId, clientId, purchase.requestId);
  const earlier = purchase.requestId === '' ? undefined : await findTransaction(deps.transactions, { tenantId, _id });
  if (earlier !== undefined) return isOf(earlier, purchase) ? reopen(deps, earlier) : refuse('idempotency_key_reused');
  const terms = await payableTerms(deps, caller, purchase);
  const { packageId } = terms.sold;
  const { holdId } = purchase;
  for (let attempt = 1; attempt <= OPEN_ATTEMPTS; attempt += 1) {
    const open = await findOpen(deps.transactions, { tenantId, clientId, packageId });
    if (open === undefined) {
      const recorded = await record(deps, { _id, holdId }, terms);
      if (recorded === 'duplicate') continue;
      faultPoint('billing.after-record');
      return place(deps, recorded);
    }
    const resumed = await resume(deps, open, terms);
    if (resumed !== 'closed') return holdId === undefined ? resumed : nameHold(deps, resumed, holdId);
  }
  return refuse('conflict', { packageId });
}

/** Whether an earlier purchase under the same request was for the same. */
function isOf(earlier: Transaction, { packageId, promotionCode }: Purchase): boolean {
  const code = promotionCode === undefined ? undefined : canonicalCode(promotionCode);
  return earlier.packageId === packageId && earlier.promotion?.code === code;
}

/** The payment is open already; the slot that was named last is the one that is wanted. */
async function nameHold(deps: Deps, open: OpenPayment, holdId: string): Promise<OpenPayment> {
  const transaction = await changeTransaction(deps, open.transaction, (before) => ({
    after:
      before.state !== 'pending' || before.holdId === holdId
        ? before
        : { ...before, holdId, version: before.version + 1 },
    events: [],
  }));
  return { ...open, transaction };
}

async function payableTerms(deps: Deps, caller: Caller, purchase: Purchase): Promise<PurchaseTerms> {
  const terms = await purchaseTerms(deps, caller, purchase);
  if (purchase.quoteId !== undefined) deps.quoter.check(purchase.quoteId, quotedPurchase(terms));
  return terms.price.total === 0 ? refuse('no_payment_needed') : terms;
}

/** Refusals: not_eligible (+ maximum), rule_refused (the code; + reason). */
async function record(
  deps: Deps,
  { _id, holdId }: { _id: string; holdId: string | undefined },
  terms: PurchaseTerms,
): Promise<Transaction | 'duplicate'> {
  const { tenant, clientId, sold } = terms;
  const { tenantId } = tenant;
  const places = await freePlaces(deps, terms);
  if ('refused' in places) {
    // What took the last place may have been opened since we looked: then it is the answer, not one too many.
    const open = await findOpen(deps.transactions, { tenantId, clientId, packageId: sold.packageId });
    return open === undefined ? refuse(places.refused, places.details) : 'duplicate';
  }
  const transactionId = await deps.nextTransactionId(tenantId);
  const purchase = newPurchase(terms, { _id, transactionId, holdId, now: deps.clock.now() });
  const transaction = { ...purchase, stripe: await savedCard(deps, purchase) };
  const wallNow = deps.clock.wallNow();
  const marks = {
    ...places,
    checkAt: new Date(wallNow.getTime() + STALE_AFTER_MS),
    placingUntil: placingLease(wallNow),
  };
  const inserted = await insertTransaction(deps.transactions, transaction, marks);
  return inserted === 'inserted' ? transaction : inserted;
}
