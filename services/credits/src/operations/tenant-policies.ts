import type { Policies } from '@consult/contracts/events/identity';
import { systemCaller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import { findTenant } from '../store/tenants.ts';
import type { Deps } from './deps.ts';

/** The tenant's policies; asked of identity when its event has not come yet. Refusals: not_found; dependency_unavailable. */
export async function tenantPolicies(deps: Pick<Deps, 'tenants' | 'identity'>, tenantId: string): Promise<Policies> {
  const known = await findTenant(deps.tenants, tenantId);
  if (known !== undefined) return known.policies;
  const { policies, version } = await deps.identity.getTenant(systemCaller(tenantId, 'credits'), { tenantId });
  if (policies === null) return refuse('not_found', { tenantId });
  await keepNewest(deps.tenants, { _id: tenantId, tenantId, policies, version });
  return policies;
}
