import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Policies } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import type { PlatformFeeRule } from '../domain/fees.ts';
import { findTenant, type TenantRules } from '../store/tenants.ts';
import type { Deps, StripeSettings } from './deps.ts';

/** What identity tells of a tenant, by event or on demand. */
interface TenantFacts {
  tenantId: string;
  stripeAccountId: string;
  policies: Policies;
  version: number;
}

/** The rules of the caller's tenant; asked of identity when its event has not come yet. Refusals: not_found. */
export async function tenantRules(
  deps: Pick<Deps, 'tenants' | 'identity' | 'settings'>,
  caller: Caller,
): Promise<TenantRules> {
  const { tenantId } = caller;
  const known = await findTenant(deps.tenants, tenantId);
  if (known !== undefined) return known;
  const tenant = await deps.identity.getTenant(caller, { tenantId });
  if (tenant.policies === null) return refuse('not_found');
  const rules = rulesOf({ ...tenant, policies: tenant.policies }, deps.settings);
  await keepNewest(deps.tenants, rules);
  return rules;
}

/** What billing keeps of a tenant. */
export function rulesOf(facts: TenantFacts, settings: StripeSettings): TenantRules {
  const { tenantId, stripeAccountId, policies, version } = facts;
  const isOwn = stripeAccountId === settings.platformAccount;
  return { _id: tenantId, tenantId, stripeAccount: isOwn ? '' : stripeAccountId, policies, version };
}

/** What the platform keeps: the package's own rule, as it was when it was sold, else the tenant's. */
export function platformFeeOf({ policies }: TenantRules, sold: PackageSnapshot): PlatformFeeRule {
  if (sold.platformFee !== undefined) return sold.platformFee;
  return { basisPoints: policies.platformFeeBasisPoints, fixedMinor: policies.platformFeeFixedMinor };
}

/** The price of one session, which a purchase keeps as it was: refunds are reckoned by it. */
export function singleSessionPriceOf({ policies }: TenantRules): { singleSessionPriceMinor?: number } {
  const { singleSessionPriceMinor } = policies;
  return singleSessionPriceMinor === undefined ? {} : { singleSessionPriceMinor };
}
