import { type Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId, newId } from '@consult/runtime/ids';
import { newTenant, type Tenant, type TenantDraft, tenantFaults } from '../domain/tenant.ts';
import { claimSlug, findSlug, nextTenantId, type SlugClaim } from '../store/slugs.ts';
import { findTenant, insertTenant, TENANTS } from '../store/tenants.ts';
import { findUser } from '../store/users.ts';
import { requireRole } from './access.ts';
import { addUser } from './add-user.ts';
import type { Deps } from './deps.ts';
import { tenantChanged } from './events.ts';

/** A tenant and its first admin, as an operator states them. */
export interface TenantOrder {
  tenant: TenantDraft;
  admin: { email: string; name: string; password?: string | undefined };
}

/**
 * Makes a tenant with its first admin: slug, then admin, then tenant, each step such that a second arrival finds what the
 * first has done and goes on. A tenant can be seen only when it has its admin.
 * Refusals: forbidden, invalid_request (currency, zone), already_exists (the slug, with other content).
 */
export async function createTenant(deps: Deps, caller: Caller, order: TenantOrder): Promise<Tenant> {
  requireRole(caller, 'operator');
  const faults = tenantFaults(order.tenant);
  if (faults.length > 0) refuse('invalid_request', { errors: faults });
  const claim = await claimed(deps, order);
  await ensureAdmin(deps, claim, order);
  return ensureTenant(deps, claim, order);
}

async function claimed({ slugs }: Deps, order: TenantOrder): Promise<SlugClaim> {
  const { slug } = order.tenant;
  const fingerprint = fingerprintOf(order);
  let claim = await findSlug(slugs, slug);
  if (claim === undefined) {
    const mine = { slug, tenantId: await nextTenantId(slugs), adminId: newId(), fingerprint };
    claim = (await claimSlug(slugs, mine)) ? mine : await findSlug(slugs, slug);
  }
  if (claim?.fingerprint !== fingerprint) return refuse('already_exists', { slug });
  return claim;
}

/** Everything stated but the password, which must not be kept in a quick hash. */
function fingerprintOf({ tenant, admin }: TenantOrder): string {
  const { slug, name, stripeAccountId, currency, timezone, policies } = tenant;
  const rules = JSON.stringify(Object.entries(policies).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return derivedId(slug, name, stripeAccountId, currency, timezone, rules, admin.email, admin.name);
}

async function ensureAdmin(deps: Deps, { tenantId, adminId }: SlugClaim, order: TenantOrder): Promise<void> {
  const known = await findUser(deps.users, { tenantId, userId: adminId });
  if (known !== undefined) return;
  const { timezone } = order.tenant;
  await addUser(deps, { userId: adminId, tenantId, role: 'admin', timezone, ...order.admin });
}

async function ensureTenant(deps: Deps, { tenantId }: SlugClaim, order: TenantOrder): Promise<Tenant> {
  const now = deps.clock.now();
  const tenant = newTenant(order.tenant, { tenantId, now });
  const events = [tenantChanged(tenant, now)];
  if (await insertTenant(deps.tenants, tenant, events)) {
    deps.relay.nudge(TENANTS, tenantId, tenantId, events);
    deps.logger.info({ tenantId, slug: tenant.slug }, 'tenant created');
    return tenant;
  }
  return (await findTenant(deps.tenants, tenantId)) ?? refuse('not_found');
}
