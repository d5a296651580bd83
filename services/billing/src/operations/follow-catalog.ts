import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Caller } from '@consult/runtime/caller';
import { needsPrice } from '../domain/package-sale.ts';
import { readPackageLink } from '../store/package-links.ts';
import { on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { linkPackage } from './link-package.ts';
import { tenantRules } from './tenant-rules.ts';

/** A package is on sale, or has changed: it gets its product and price at Stripe. What is free, or not on sale, needs none. */
export async function followPackage(deps: Deps, caller: Caller, sold: PackageSnapshot): Promise<void> {
  if (!needsPrice(sold)) return;
  const { stripeAccount } = await tenantRules(deps, caller);
  await linkPackage(deps, { tenantId: caller.tenantId, stripeAccount }, sold);
}

/** A package will never be sold again: its product goes off the shelf at Stripe too. Running subscriptions go on. */
export async function followArchived(deps: Deps, caller: Caller, sold: PackageSnapshot): Promise<void> {
  const { tenantId } = caller;
  const { stripeAccount } = await tenantRules(deps, caller);
  const link = await readPackageLink(deps.packageLinks, { tenantId, packageId: sold.packageId, stripeAccount });
  const { productId } = link;
  if (productId === undefined) return;
  const key = on(stripeAccount, `archive:${productId}`);
  await deps.stripe.call((sdk) => sdk.products.update(productId, { active: false }, key));
}
