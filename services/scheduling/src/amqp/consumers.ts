import { ClientRegistered, TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import { on } from '@consult/messaging/consumer';
import { keepNewest } from '@consult/runtime/projection';
import type { Deps } from '../operations/deps.ts';
import { tellOfUser } from '../operations/tell-of-user.ts';

/** What scheduling hears. All of it is kept by version, so that twice, late or in another order comes to the same. */
export function consumers(deps: Deps) {
  return [
    on(ClientRegistered, async ({ data }, caller) => {
      const { userId, name } = data;
      await keepNewest(deps.people, { _id: userId, tenantId: caller.tenantId, name, version: 0 });
    }),
    on(UserChanged, async ({ data }, caller) => {
      await tellOfUser(deps, caller.tenantId, data);
    }),
    on(TenantChanged, async ({ data }, caller) => {
      const { timezone, policies, version } = data;
      await keepNewest(deps.tenants, { _id: caller.tenantId, tenantId: caller.tenantId, timezone, policies, version });
    }),
  ];
}
