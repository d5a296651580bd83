import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { isClaimable } from '../domain/package-sale.ts';
import { findOpen } from '../store/transactions.ts';
import type { Deps } from './deps.ts';
import { freePlaces } from './purchase-places.ts';
import { type PurchaseTerms, purchaseTerms, quotedPurchase } from './purchase-terms.ts';

/** What a purchase would come to, signed. */
export interface PurchaseQuote extends PurchaseTerms {
  quoteId: string;
  validUntil: string;
}

/**
 * What a package costs this client now. A pure read: no place is taken by it.
 * Refusals: not_found, not_on_sale, not_eligible (+ reason), rule_refused (+ reason), dependency_unavailable.
 */
export async function quotePurchase(
  deps: Deps,
  caller: Caller,
  wish: { packageId: string; promotionCode?: string | undefined },
): Promise<PurchaseQuote> {
  const terms = await purchaseTerms(deps, caller, wish);
  if (!isClaimable(terms.sold)) refuse('rule_refused', { reason: 'free_trial' });
  const places = await freePlaces(deps, terms);
  if ('refused' in places) {
    const { tenantId, userId: clientId } = caller;
    const open = await findOpen(deps.transactions, { tenantId, clientId, packageId: terms.sold.packageId });
    // The place is the client's own, in a payment that can be had again or taken back.
    if (open === undefined) refuse(places.refused, places.details);
  }
  return { ...terms, ...deps.quoter.sign(quotedPurchase(terms)) };
}
