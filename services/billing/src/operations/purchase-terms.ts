import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Quoted } from '@consult/runtime/quote';
import { isOnSale, isOpenTo, type Offer, saleRefusal } from '../domain/package-sale.ts';
import { type Price, priceWith } from '../domain/price.ts';
import { canonicalCode, type PromotionCode, promotionRefusal } from '../domain/promotion.ts';
import { findPromotionCode } from '../store/promotion-codes.ts';
import type { TenantRules } from '../store/tenants.ts';
import type { Deps } from './deps.ts';
import { soldPackage } from './sold-package.ts';
import { tenantRules } from './tenant-rules.ts';

/** What a client wants to have. */
export interface Wish {
  packageId: string;
  promotionCode?: string | undefined;
  /** What the client believes the catalog's price to be; absent where nothing is said about it. */
  offer?: Offer;
}

/** What a client would buy now, and for how much. */
export interface PurchaseTerms {
  tenant: TenantRules;
  clientId: string;
  sold: PackageSnapshot;
  code?: PromotionCode;
  price: Price;
}

/**
 * The package and its price for this client now. Refusals: not_found, not_on_sale, price_changed (+ currentPrice),
 * no_payment_needed, not_eligible (+ reason), rule_refused (the code; + reason), dependency_unavailable.
 */
export async function purchaseTerms(deps: Deps, caller: Caller, wish: Wish): Promise<PurchaseTerms> {
  const tenant = await tenantRules(deps, caller);
  const sold = await soldPackage(deps, caller, wish.packageId);
  await refuseSale(deps, caller, sold, wish.offer);
  const { promotionCode } = wish;
  const code = promotionCode === undefined ? undefined : await fittingCode(deps, caller, sold, promotionCode);
  return {
    tenant,
    sold,
    clientId: caller.userId,
    ...(code === undefined ? {} : { code }),
    price: priceWith(sold, code?.off),
  };
}

/** What a quote promises: nothing of it may be another when the purchase is made. */
export function quotedPurchase({ tenant, clientId, sold, code, price }: PurchaseTerms): Quoted {
  return {
    kind: 'purchase',
    tenantId: tenant.tenantId,
    subject: clientId,
    outcome: { packageId: sold.packageId, version: sold.version, code: code?.code, ...price },
  };
}

async function refuseSale(deps: Deps, caller: Caller, sold: PackageSnapshot, offer: Offer | undefined): Promise<void> {
  const now = deps.clock.now();
  const refusal = offer === undefined ? undefined : saleRefusal(sold, offer, now);
  if (refusal !== undefined) {
    const { refused, ...details } = refusal;
    refuse(refused, details);
  }
  if (!isOnSale(sold, now)) refuse('not_on_sale');
  if (sold.eligibility.clientTypes.length === 0) return;
  const { clientType } = await deps.credits.getStanding(caller, { clientId: caller.userId });
  if (!isOpenTo(sold, clientType)) refuse('not_eligible', { reason: 'client_type', clientType });
}

async function fittingCode(
  deps: Pick<Deps, 'promotionCodes' | 'clock'>,
  { tenantId }: Caller,
  sold: PackageSnapshot,
  typed: string,
): Promise<PromotionCode> {
  const promotionCode = canonicalCode(typed);
  const code = await findPromotionCode(deps.promotionCodes, { tenantId, code: promotionCode });
  if (code === undefined) return refuse('rule_refused', { reason: 'promotion_unknown', promotionCode });
  const reason = promotionRefusal(code, sold, deps.clock.now());
  return reason === undefined ? code : refuse('rule_refused', { reason, promotionCode });
}
