import { snapshotOf, type Package } from '../domain/package.ts';
import type { VersionDocument } from '../store/package-document.ts';

/** The package as its staff and other services see it: the source document's nesting, instants as RFC 3339 strings. */
export function packageAnswer(pkg: Package) {
  const { tenantId, stripe, createdAt, updatedAt } = pkg;
  return {
    ...snapshotOf(pkg),
    tenantId,
    ...(stripe === undefined ? {} : { stripe: { priceId: stripe.priceId, productId: stripe.productId } }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The same for everybody: without what is between the tenant and the platform. */
export function publicAnswer(pkg: Package) {
  const { platformFee: _internal, ...shown } = packageAnswer(pkg);
  return shown;
}

export function versionAnswer({ version, package: pkg, changedBy, changedAt, change, changedPaths }: VersionDocument) {
  return {
    version,
    package: packageAnswer(pkg),
    changedBy,
    changedAt: changedAt.toISOString(),
    change,
    // Rows of earlier builds have none.
    changedPaths: changedPaths ?? [],
  };
}
