import { PoliciesInput } from '@consult/contracts/api/identity';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import { parse, parseJson } from '@consult/runtime/parse';
import { createTenant } from '../operations/create-tenant.ts';
import type { Deps } from '../operations/deps.ts';
import { getTenant, listAllTenants } from '../operations/find-tenant.ts';
import { updateTenant } from '../operations/update-tenant.ts';
import { tenantAnswer } from './answers.ts';
import { LastRow, orElse, TenantCall, TenantChange, TenantLookup } from './requests.ts';

const DEFAULT_CURRENCY = 'USD';
const DEFAULT_ZONE = 'UTC';
const DEFAULT_ADMIN_NAME = 'Admin';

type TenantMethods = 'createTenant' | 'listTenants' | 'getTenant' | 'updateTenant';

/** The methods about tenants. */
export function tenantHandlers(deps: Deps): Pick<Handlers<'identity'>, TenantMethods> {
  return {
    createTenant: async (caller, request) => {
      const policies = request.policiesJson === '' ? {} : parseJson(PoliciesInput, request.policiesJson);
      const { adminEmail, adminName, adminPassword, ...tenant } = parse(TenantCall, {
        slug: request.slug,
        name: request.name,
        stripeAccountId: orElse(request.stripeAccountId, deps.platformStripeAccount),
        currency: orElse(request.currency, DEFAULT_CURRENCY).toUpperCase(),
        timezone: orElse(request.timezone, DEFAULT_ZONE),
        adminEmail: request.adminEmail,
        adminName: orElse(request.adminName, DEFAULT_ADMIN_NAME),
        ...(request.adminPassword === '' ? {} : { adminPassword: request.adminPassword }),
      });
      const admin = { email: adminEmail, name: adminName, password: adminPassword };
      return tenantAnswer(await createTenant(deps, caller, { tenant: { ...tenant, policies }, admin }));
    },
    listTenants: async (caller, request) => {
      const limit = pageLimit(request);
      const after = placeIn(LastRow, request)?.id ?? '';
      const found = await listAllTenants(deps, caller, { after, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ tenantId }) => ({ id: tenantId }));
      return { tenants: rows.map(tenantAnswer), page };
    },
    getTenant: async (caller, request) => tenantAnswer(await getTenant(deps, caller, parse(TenantLookup, request))),
    updateTenant: async (caller, { version, name, timezone, policies }) => {
      // The version of the policies is set here, whatever the caller read.
      const { version: _version, ...rules } = policies ?? { version: 0 };
      const change = parse(TenantChange, {
        version,
        name,
        timezone,
        ...(policies === null ? {} : { policies: rules }),
      });
      return tenantAnswer(await updateTenant(deps, caller, { version: change.version, patch: change }));
    },
  };
}
