import { CreditsGranted } from '@consult/contracts/events/credits';
import { ClientRegistered, TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import { on } from '@consult/messaging/consumer';
import { keepNewest } from '@consult/runtime/projection';
import { creditsArrived } from '../operations/credits-arrived.ts';
import type { Deps } from '../operations/deps.ts';
import { tellOfUser } from '../operations/tell-of-user.ts';

/**
 * What scheduling hears. People and tenants are kept by version, so that twice, late or in another order comes to the same; a hold
 * becomes its booking once.
 */
export function consumers(deps: Deps) {
  return [
    on(ClientRegistered, async ({ data }, caller) => {
      const { userId, name } = data;
      await keepNewest(deps.people, { _id: userId, tenantId: caller.tenantId, name, version: 0 });
    }),
    on(UserChanged, async ({ data }, caller) => {
      await tellOfUser(deps, caller.tenantId, data);
    }),
    on(CreditsGranted, async ({ data }, caller) => creditsArrived(deps, caller, data)),
    on(TenantChanged, async ({ data }, caller) => {
      const { timezone, currency, policies, version } = data;
      const { tenantId } = caller;
      await keepNewest(deps.tenants, { _id: tenantId, tenantId, timezone, currency, policies, version });
    }),
  ];
}
