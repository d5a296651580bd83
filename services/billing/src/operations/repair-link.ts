import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { systemCaller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import { type Drift, type FoundPrice, type FoundProduct, priceDrift, productDrift } from '../domain/drift.ts';
import { needsPrice, priceKey } from '../domain/package-sale.ts';
import { noteChecked, type PackageLink, savePackageLink } from '../store/package-links.ts';
import { isMissingAtStripe, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { linkPackage } from './link-package.ts';
import { idOf } from './read-payment.ts';
import { soldPackage } from './sold-package.ts';
import { tenantRules } from './tenant-rules.ts';

/**
 * Reads a package's product and price at Stripe again, and mends what somebody has changed there: archived ones are switched on,
 * those gone or of another sum are made anew and announced. True when something was wrong. Refusals: dependency_unavailable.
 */
export async function repairLink(deps: Deps, link: PackageLink): Promise<boolean> {
  // Put off first: one that fails every time must not stand in front of the others.
  await noteChecked(deps.packageLinks, link, deps.clock.wallNow());
  const { tenantId, packageId, stripeAccount, productId } = link;
  const sold = await linkedPackage(deps, link);
  if (sold === undefined || productId === undefined) return false;
  const product = await readProduct(deps, link, productId);
  const key = priceKey(sold);
  const priceId = link.prices.find((price) => price.key === key)?.priceId;
  const price = priceId === undefined ? undefined : await readPrice(deps, link, priceId);
  const drift = { product: productDrift(product), price: priceDrift(price, productId, sold) };
  if (drift.product === 'none' && drift.price === 'none') return false;
  deps.logger.warn({ packageId, tenantId, ...drift }, 'Stripe has drifted from the catalog');
  if (drift.product === 'archived')
    await deps.stripe.call((sdk) => sdk.products.update(productId, { active: true }, on(stripeAccount)));
  if (drift.price === 'archived' && priceId !== undefined)
    await deps.stripe.call((sdk) => sdk.prices.update(priceId, { active: true }, on(stripeAccount)));
  const known = withoutGone(link, drift, key);
  // Somebody else was faster: it is looked at again in its turn.
  if (known !== link && !(await savePackageLink(deps.packageLinks, link, known, []))) return true;
  await linkPackage(deps, { tenantId, stripeAccount }, sold);
  return true;
}

/** The package as it is sold through this account now; undefined when it needs no price there. */
async function linkedPackage(
  deps: Deps,
  { tenantId, packageId, stripeAccount }: PackageLink,
): Promise<PackageSnapshot | undefined> {
  const caller = systemCaller(tenantId, 'billing');
  const rules = await tenantRules(deps, caller);
  if (rules.stripeAccount !== stripeAccount) return undefined;
  try {
    const sold = await soldPackage(deps, caller, packageId);
    return needsPrice(sold) ? sold : undefined;
  } catch (error) {
    if (isAppError(error, 'not_found')) return undefined;
    throw error;
  }
}

async function readProduct(deps: Deps, { stripeAccount }: PackageLink, productId: string): Promise<FoundProduct> {
  return unlessMissing(async () => {
    const product = await deps.stripe.call((sdk) => sdk.products.retrieve(productId, {}, on(stripeAccount)));
    return 'deleted' in product && product.deleted === true ? undefined : { active: product.active };
  });
}

async function readPrice(deps: Deps, { stripeAccount }: PackageLink, priceId: string): Promise<FoundPrice> {
  return unlessMissing(async () => {
    const price = await deps.stripe.call((sdk) => sdk.prices.retrieve(priceId, {}, on(stripeAccount)));
    const { active, unit_amount: unitAmount, currency, recurring } = price;
    return { active, unitAmount, currency, recurring, productId: idOf(price.product) ?? '' };
  });
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isMissingAtStripe(error)) return undefined;
    throw error;
  }
}

/** The link without what has to be made again; the very same object when nothing has. */
function withoutGone(link: PackageLink, drift: { product: Drift; price: Drift }, key: string): PackageLink {
  if (drift.product === 'gone') return { ...unannounced(link), productId: undefined, productVersion: 0, prices: [] };
  if (drift.price === 'gone' || drift.price === 'other')
    return { ...unannounced(link), prices: link.prices.filter((price) => price.key !== key) };
  return link;
}

function unannounced(link: PackageLink): PackageLink {
  return { ...link, linkedVersion: 0, linkedPriceId: undefined, remade: (link.remade ?? 0) + 1 };
}
