import type { DataOf } from '@consult/contracts/envelope';
import type { UserChanged } from '@consult/contracts/events/identity';
import { keepNewest } from '@consult/runtime/projection';
import { applyUser } from '../store/consultants.ts';
import type { Deps } from './deps.ts';

/** Takes over what identity says of a user: the name to show, and whether a consultant still is one. */
export async function tellOfUser(
  deps: Pick<Deps, 'people' | 'consultants'>,
  tenantId: string,
  user: DataOf<typeof UserChanged>,
): Promise<void> {
  const { userId, name, version, roles } = user;
  const hasRole = roles.includes('consultant');
  await keepNewest(deps.people, { _id: userId, tenantId, name, version });
  await applyUser(deps.consultants, { tenantId, consultantId: userId, userVersion: version, name, hasRole });
}
