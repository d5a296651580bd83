import type { Caller } from '@consult/runtime/caller';
import { testCaller } from '@consult/testing/call';
import { TENANT, type World } from './world.ts';

export const admin = (tenantId = TENANT): Caller => testCaller({ tenantId, userId: 'ada', roles: ['admin'] });

interface CodeTerms {
  code: string;
  percentOff?: number;
  amountOff?: number;
  currency?: string;
  packageIds?: string[];
  expiresAt?: string;
  maxRedemptions?: number;
  firstPurchaseOnly?: boolean;
}

/** Makes a promotion code; 20 % off everything unless said otherwise. */
export function code(world: World, { firstPurchaseOnly = false, ...terms }: CodeTerms, caller = admin()) {
  const off = terms.percentOff === undefined && terms.amountOff === undefined ? { percentOff: 20 } : {};
  return world.billing.createPromotionCode(caller, { ...off, ...terms, firstPurchaseOnly });
}

type Sold = { packageId: string; pricing: { amount: number; currency: string } };

/** Asks for the payment of a package at its own price, with a code. */
export function openWith(
  world: World,
  caller: Caller,
  sold: Sold,
  more: { promotionCode?: string; quoteId?: string; requestId?: string },
) {
  const { amount, currency } = sold.pricing;
  const { requestId = '', ...rest } = more;
  return world.billing.createPaymentIntent(caller, { packageId: sold.packageId, amount, currency, requestId, ...rest });
}

let claims = 0;
/** Takes what costs nothing, under a request of its own unless one is named. */
export function claim(
  world: World,
  caller: Caller,
  sold: Sold,
  more: { promotionCode?: string; quoteId?: string; requestId?: string } = {},
) {
  claims += 1;
  const { requestId = `claim-${claims}`, ...rest } = more;
  return world.billing.claimPackage(caller, { packageId: sold.packageId, requestId, ...rest });
}
