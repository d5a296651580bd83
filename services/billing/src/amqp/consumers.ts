import { PackageArchived, PackageChanged, PackagePublished } from '@consult/contracts/events/catalog';
import { TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import { on } from '@consult/messaging/consumer';
import type { Handler } from '@consult/messaging/handler';
import { keepNewest } from '@consult/runtime/projection';
import type { Deps } from '../operations/deps.ts';
import { followArchived, followPackage } from '../operations/follow-catalog.ts';
import { followUser } from '../operations/follow-user.ts';
import { rulesOf } from '../operations/tenant-rules.ts';

/** What billing does on the events of others. Each effect has a natural key, so that any may come twice and in any order. */
export function consumers(deps: Deps): Handler[] {
  return [
    on(TenantChanged, ({ data }) => keepNewest(deps.tenants, rulesOf(data, deps.settings))),
    on(PackagePublished, ({ data }, caller) => followPackage(deps, caller, data.package)),
    on(PackageChanged, ({ data }, caller) => followPackage(deps, caller, data.package)),
    on(PackageArchived, ({ data }, caller) => followArchived(deps, caller, data.package)),
    on(UserChanged, ({ data }, caller) => followUser(deps, caller, data)),
  ];
}
