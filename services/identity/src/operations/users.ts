import { type Caller, hasRole, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Role, User } from '../domain/user.ts';
import { findUser, listUsers } from '../store/users.ts';
import { requireRole } from './access.ts';
import { requireKnownZone } from './add-user.ts';
import { changeUser } from './change-user.ts';
import type { Deps } from './deps.ts';
import { userChanged } from './events.ts';

/** A person of the caller's tenant, for themselves, for staff and for services. Everybody else: not_found. */
export async function getUser(deps: Pick<Deps, 'users'>, caller: Caller, userId: string): Promise<User> {
  const allowed = userId === caller.userId || isSystem(caller) || hasRole(caller, 'admin', 'finance');
  const found = allowed ? await findUser(deps.users, { tenantId: caller.tenantId, userId }) : undefined;
  return found?.user ?? refuse('not_found');
}

/** People of the tenant, newest first. Refusals: forbidden. */
export async function listTenantUsers(
  deps: Pick<Deps, 'users'>,
  caller: Caller,
  list: { role?: Role | undefined; after: string; limit: number },
): Promise<User[]> {
  requireRole(caller, 'admin', 'finance');
  const { role, ...page } = list;
  return listUsers(deps.users, { tenantId: caller.tenantId, role }, page);
}

/** The caller's own name and zone. Refusals: not_found, invalid_request (zone), conflict. */
export async function updateUser(
  deps: Deps,
  caller: Caller,
  patch: { name?: string | undefined; timezone?: string | undefined },
): Promise<User> {
  if (patch.timezone !== undefined) requireKnownZone(patch.timezone);
  const { tenantId, userId } = caller;
  const { user } = await changeUser(
    deps,
    () => findUser(deps.users, { tenantId, userId }),
    (stored) => {
      const before = stored.user;
      const { name = before.name, timezone = before.timezone } = patch;
      // A second arrival has nothing to add.
      if (name === before.name && timezone === before.timezone) return undefined;
      const after = { ...before, name, timezone, version: before.version + 1 };
      return { after: { ...stored, user: after }, events: [userChanged(after, deps.clock.now())] };
    },
  );
  return user;
}
