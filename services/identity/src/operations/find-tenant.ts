import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Tenant } from '../domain/tenant.ts';
import { findSlug } from '../store/slugs.ts';
import { findTenant, listTenants } from '../store/tenants.ts';
import { requireRole } from './access.ts';
import type { Deps } from './deps.ts';

type Stores = Pick<Deps, 'slugs' | 'tenants'>;

/**
 * A tenant by id, by slug, or the only one there is. Whoever belongs to a tenant finds that one only.
 * Refusals: not_found.
 */
export async function getTenant(
  deps: Stores,
  caller: Caller,
  by: { tenantId?: string | undefined; slug?: string | undefined },
): Promise<Tenant> {
  const tenant = (await lookUp(deps, by)) ?? refuse('not_found');
  const bound = caller.tenantId !== '' && !hasRole(caller, 'operator');
  return bound && caller.tenantId !== tenant.tenantId ? refuse('not_found') : tenant;
}

async function lookUp(
  { slugs, tenants }: Stores,
  by: { tenantId?: string | undefined; slug?: string | undefined },
): Promise<Tenant | undefined> {
  if (by.tenantId !== undefined) return findTenant(tenants, by.tenantId);
  if (by.slug !== undefined) {
    const claim = await findSlug(slugs, by.slug);
    return claim && findTenant(tenants, claim.tenantId);
  }
  const [only, second] = await listTenants(tenants, { after: '', limit: 2 });
  return second === undefined ? only : undefined;
}

/** Tenants by id, for operators. Refusals: forbidden. */
export async function listAllTenants(
  deps: Pick<Deps, 'tenants'>,
  caller: Caller,
  page: { after: string; limit: number },
): Promise<Tenant[]> {
  requireRole(caller, 'operator');
  return listTenants(deps.tenants, page);
}
