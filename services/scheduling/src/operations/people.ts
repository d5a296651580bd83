import { type Caller, systemCaller } from '@consult/runtime/caller';
import { keepNewest } from '@consult/runtime/projection';
import { findPerson } from '../store/projections.ts';
import type { Deps } from './deps.ts';

/** The name of a person of the tenant; asked of identity when no event has told it yet. Refusals: not_found. */
export async function personName(
  deps: Pick<Deps, 'people' | 'identity'>,
  caller: Caller,
  userId: string,
): Promise<string> {
  const { tenantId } = caller;
  const known = await findPerson(deps.people, { tenantId, userId });
  if (known !== undefined) return known.name;
  const { name, version } = await deps.identity.getUser(systemCaller(tenantId, 'scheduling', caller.requestId), {
    userId,
  });
  await keepNewest(deps.people, { _id: userId, tenantId, name, version });
  return name;
}
