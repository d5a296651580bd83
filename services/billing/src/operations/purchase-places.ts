import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { freeOrdinal, nextOrdinal } from '../domain/ordinal.ts';
import type { PromotionCode, PromotionRefusal } from '../domain/promotion.ts';
import { hasPurchased, hasRedeemed, takenRedemptions } from '../store/redemptions.ts';
import type { Redemption } from '../store/transaction-document.ts';
import { takenOrdinals } from '../store/transactions.ts';
import type { Deps } from './deps.ts';
import type { PurchaseTerms } from './purchase-terms.ts';

/** What a purchase takes up, so that unique indexes can count: its number for the client, and the use of its code. */
export interface Places {
  ordinal: number;
  redemption?: Redemption;
}
export type NoPlace =
  | { refused: 'not_eligible'; details: { reason: 'maximum_reached'; maximum: number | undefined } }
  | { refused: 'rule_refused'; details: { reason: PromotionRefusal; promotionCode: string } };

/** Places that are free as far as can be seen: only the write that takes them decides. */
export async function freePlaces(
  deps: Pick<Deps, 'transactions'>,
  { tenant, clientId, sold, code }: PurchaseTerms,
): Promise<Places | NoPlace> {
  const buyer = { tenantId: tenant.tenantId, clientId, packageId: sold.packageId };
  const maximum = sold.eligibility.maximumPurchasePerClient;
  const ordinal = await nextPlace(deps, { tenantId: tenant.tenantId, clientId, sold });
  if (typeof ordinal !== 'number') return { refused: 'not_eligible', details: { reason: ordinal.refused, maximum } };
  if (code === undefined) return { ordinal };
  const redemption = await freeRedemption(deps, buyer, code);
  return typeof redemption === 'string'
    ? { refused: 'rule_refused', details: { reason: redemption, promotionCode: code.code } }
    : { ordinal, redemption };
}

/** The how-manieth purchase of a package by its client the next one would be, as far as can be seen. */
export async function nextPlace(
  deps: Pick<Deps, 'transactions'>,
  { tenantId, clientId, sold }: { tenantId: string; clientId: string; sold: PackageSnapshot },
): Promise<ReturnType<typeof nextOrdinal>> {
  const maximum = sold.eligibility.maximumPurchasePerClient;
  const buyer = { tenantId, clientId, packageId: sold.packageId };
  return nextOrdinal(await takenOrdinals(deps.transactions, buyer, maximum), maximum);
}

async function freeRedemption(
  { transactions }: Pick<Deps, 'transactions'>,
  buyer: { tenantId: string; clientId: string; packageId: string },
  { code, tenantId, maxRedemptions, firstPurchaseOnly }: PromotionCode,
): Promise<Redemption | PromotionRefusal> {
  if (await hasRedeemed(transactions, { tenantId, code }, buyer)) return 'promotion_used';
  if (firstPurchaseOnly && (await hasPurchased(transactions, buyer))) return 'promotion_first_purchase_only';
  const redemption: Redemption = { code, ...(firstPurchaseOnly ? { first: true as const } : {}) };
  if (maxRedemptions === undefined) return redemption;
  const taken = await takenRedemptions(transactions, { tenantId, code }, maxRedemptions);
  const ordinal = freeOrdinal(taken, maxRedemptions, Math.random());
  return ordinal === undefined ? 'promotion_exhausted' : { ...redemption, ordinal };
}
