import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { changeTenant, type Tenant, type TenantPatch, tenantFaults } from '../domain/tenant.ts';
import { findTenant, saveTenant, TENANTS } from '../store/tenants.ts';
import { requireRole } from './access.ts';
import type { Deps } from './deps.ts';
import { tenantChanged } from './events.ts';

/**
 * Changes parts of the caller's tenant at the version the caller has read; it is published whole.
 * Refusals: forbidden, not_found, version_mismatch (+ currentVersion), invalid_request (zone).
 */
export async function updateTenant(
  deps: Deps,
  caller: Caller,
  change: { version: number; patch: TenantPatch },
): Promise<Tenant> {
  requireRole(caller, 'admin');
  const faults = tenantFaults(change.patch);
  if (faults.length > 0) refuse('invalid_request', { errors: faults });
  const { tenantId } = caller;
  const before = (await findTenant(deps.tenants, tenantId)) ?? refuse('not_found');
  if (before.version !== change.version) refuse('version_mismatch', { currentVersion: before.version });
  const after = changeTenant(before, change.patch);
  const events = [tenantChanged(after, deps.clock.now())];
  if (!(await saveTenant(deps.tenants, after, events))) refuse('version_mismatch');
  deps.relay.nudge(TENANTS, tenantId, tenantId, events);
  return after;
}
