import type { PackageInput } from '@consult/contracts/api/package';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import type { Package } from '../domain/package.ts';
import { withoutDone } from '../domain/schedule.ts';
import { findPackage, type StoredPackage } from '../store/packages.ts';
import { requireAdmin } from './access.ts';
import { makeOnce } from './create-package.ts';
import type { Deps } from './deps.ts';

/**
 * An inactive copy of a package, whatever its status, with an id and versions of its own; the same request again is the same
 * copy. It keeps the currency, and no schedule: it is on sale when somebody publishes it.
 * Refusals: forbidden, not_found, rule_refused (the tenant's rules have changed since), idempotency_key_reused.
 */
export async function clonePackage(
  deps: Deps,
  caller: Caller,
  order: { packageId: string; requestId: string },
): Promise<Package> {
  requireAdmin(caller);
  const { packageId, requestId } = order;
  const { tenantId } = caller;
  return makeOnce(deps, caller, {
    request: requestId === '' ? undefined : { id: requestId, fingerprint: derivedId('clone', packageId) },
    change: `cloned from ${packageId}`,
    async state() {
      return copyOf((await findPackage(deps.packages, { tenantId, packageId })) ?? refuse('not_found'));
    },
  });
}

function copyOf({ pkg, stated }: StoredPackage): PackageInput {
  const availability = withoutDone(stated.availability ?? {}, 'archived');
  return {
    ...stated,
    pricing: { ...stated.pricing, currency: pkg.pricing.currency },
    availability: { ...availability, status: 'inactive' },
  };
}
