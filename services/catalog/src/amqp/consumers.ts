import { StripePriceLinked } from '@consult/contracts/events/billing';
import { TenantChanged } from '@consult/contracts/events/identity';
import { on } from '@consult/messaging/consumer';
import type { Handler } from '@consult/messaging/handler';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import type { Deps } from '../operations/deps.ts';
import { linkStripe } from '../store/packages.ts';

/** What catalog hears. Both effects keep the newest version, so twice and out of order are fine. */
export function consumers(deps: Pick<Deps, 'packages' | 'tenants'>): Handler[] {
  return [
    on(TenantChanged, async ({ data }) => {
      const { tenantId, currency, policies, version } = data;
      const { unlimitedFairUse } = policies;
      await keepNewest(deps.tenants, { _id: tenantId, tenantId, currency, unlimitedFairUse, version });
    }),
    on(StripePriceLinked, async ({ data }, { tenantId }) => {
      const { packageId, ...link } = data;
      // Packages are born here: billing cannot know one that is not there.
      if (!(await linkStripe(deps.packages, { tenantId, packageId }, link))) refuse('not_found', { packageId });
    }),
  ];
}
