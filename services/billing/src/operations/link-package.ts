import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { priceKey, recurrenceOf } from '../domain/package-sale.ts';
import {
  type PackageKey,
  type PackageLink,
  PACKAGE_LINKS,
  PRICES_KEPT_MAX,
  readPackageLink,
  savePackageLink,
} from '../store/package-links.ts';
import { on } from '../stripe/stripe-api.ts';
import { priceLinkedEvent } from './billing-events.ts';
import type { Deps } from './deps.ts';

const SAVE_ATTEMPTS = 5;
type Needs = Pick<Deps, 'packageLinks' | 'stripe' | 'relay' | 'clock'>;

/**
 * The Stripe product and price of a package as it is in this version: made or brought up to date where needed, and announced
 * once per version. The same again changes nothing at Stripe or here. Refusals: dependency_unavailable.
 */
export async function linkPackage(
  deps: Needs,
  owner: { tenantId: string; stripeAccount: string },
  sold: PackageSnapshot,
): Promise<{ productId: string; priceId: string }> {
  const key: PackageKey = { ...owner, packageId: sold.packageId };
  for (let attempt = 1; attempt <= SAVE_ATTEMPTS; attempt += 1) {
    const withProduct = await ensureProduct(deps, await readPackageLink(deps.packageLinks, key), sold);
    if (withProduct === 'conflict') continue;
    const linked = await ensurePrice(deps, withProduct, sold);
    if (linked !== 'conflict') return linked;
  }
  return refuse('conflict', { packageId: sold.packageId });
}

/** Kept before a price is made on it: a price made twice must be made on the same product. */
async function ensureProduct(
  deps: Needs,
  link: PackageLink,
  sold: PackageSnapshot,
): Promise<(PackageLink & { productId: string }) | 'conflict'> {
  const { productId, productVersion, stripeAccount, tenantId, packageId } = link;
  if (productId !== undefined && productVersion >= sold.version) return { ...link, productId };
  const { name, description } = sold.details;
  const told = { name, ...(description === '' ? {} : { description }), metadata: { tenantId, packageId } };
  const key = `product:${link._id}:v${sold.version}${again(link)}`;
  const product = await deps.stripe.call((sdk) =>
    productId === undefined
      ? sdk.products.create(told, on(stripeAccount, key))
      : sdk.products.update(productId, told, on(stripeAccount, key)),
  );
  const after = { ...link, productId: product.id, productVersion: sold.version };
  const saved = await savePackageLink(deps.packageLinks, link, after, []);
  return saved ? { ...after, version: link.version + 1 } : 'conflict';
}

async function ensurePrice(
  deps: Needs,
  link: PackageLink & { productId: string },
  sold: PackageSnapshot,
): Promise<{ productId: string; priceId: string } | 'conflict'> {
  const key = priceKey(sold);
  const known = link.prices.find((price) => price.key === key);
  const priceId = known?.priceId ?? (await createPrice(deps, link, sold, key));
  faultPoint('billing.after-price');
  const linked = { productId: link.productId, priceId };
  const isAnnounced =
    link.linkedVersion > sold.version || (link.linkedVersion === sold.version && link.linkedPriceId === priceId);
  if (known !== undefined && isAnnounced) return linked;
  const events = isAnnounced ? [] : [priceLinkedEvent({ link, sold, ...linked, now: deps.clock.now() })];
  const after: PackageLink = {
    ...link,
    prices: known === undefined ? [...link.prices, { key, priceId }].slice(-PRICES_KEPT_MAX) : link.prices,
    ...(isAnnounced ? {} : { linkedVersion: sold.version, linkedPriceId: priceId }),
    checkedAt: deps.clock.wallNow(),
  };
  if (!(await savePackageLink(deps.packageLinks, link, after, events))) return 'conflict';
  deps.relay.nudge(PACKAGE_LINKS, link.tenantId, link._id, events);
  return linked;
}

async function createPrice(
  deps: Needs,
  link: PackageLink & { productId: string },
  sold: PackageSnapshot,
  key: string,
): Promise<string> {
  const recurring = recurrenceOf(sold);
  const { amount, currency } = sold.pricing;
  const { tenantId, packageId, productId, stripeAccount } = link;
  const price = await deps.stripe.call((sdk) =>
    sdk.prices.create(
      {
        product: productId,
        unit_amount: amount,
        currency: currency.toLowerCase(),
        ...(recurring === undefined ? {} : { recurring }),
        metadata: { tenantId, packageId },
      },
      on(stripeAccount, `price:${productId}:${key}${again(link)}`),
    ),
  );
  return price.id;
}

/** Part of a key: what was made again after it was gone is another thing to Stripe. */
function again({ remade = 0 }: PackageLink): string {
  return remade === 0 ? '' : `:${remade}`;
}
