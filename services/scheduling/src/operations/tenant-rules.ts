import type { Policies } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import { findTenant, type TenantRules } from '../store/projections.ts';
import type { Deps } from './deps.ts';

/** The rules of the caller's tenant; asked of identity when its event has not come yet. Refusals: not_found. */
export async function tenantRules(deps: Pick<Deps, 'tenants' | 'identity'>, caller: Caller): Promise<TenantRules> {
  const { tenantId } = caller;
  const known = await findTenant(deps.tenants, tenantId);
  if (known !== undefined) return known;
  const tenant = await deps.identity.getTenant(caller, { tenantId });
  if (tenant.policies === null) return refuse('not_found');
  const policies: Policies = tenant.policies;
  const { timezone, currency, version } = tenant;
  const rules = { _id: tenantId, tenantId, timezone, currency, policies, version };
  await keepNewest(deps.tenants, rules);
  return rules;
}
