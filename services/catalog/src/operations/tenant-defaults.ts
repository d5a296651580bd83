import { type Caller, systemCaller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import type { TenantDefaults } from '../domain/terms.ts';
import { findTenant, type TenantRules } from '../store/tenants.ts';
import type { Deps } from './deps.ts';

/** What the caller's tenant adds to its packages; asked of identity when its event has not come yet. Refusals: not_found. */
export async function tenantDefaults(
  deps: Pick<Deps, 'tenants' | 'identity'>,
  caller: Caller,
): Promise<TenantDefaults> {
  const { currency, unlimitedFairUse } =
    (await findTenant(deps.tenants, caller.tenantId)) ?? (await askIdentity(deps, caller));
  return { currency, fairUse: unlimitedFairUse };
}

async function askIdentity(deps: Pick<Deps, 'tenants' | 'identity'>, caller: Caller): Promise<TenantRules> {
  const { tenantId, requestId } = caller;
  const tenant = await deps.identity.getTenant(systemCaller(tenantId, 'catalog', requestId), { tenantId });
  const policies = tenant.policies ?? refuse('not_found');
  const { currency, version } = tenant;
  const rules = { _id: tenantId, tenantId, currency, unlimitedFairUse: policies.unlimitedFairUse, version };
  await keepNewest(deps.tenants, rules);
  return rules;
}
