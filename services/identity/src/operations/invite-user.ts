import type { Caller } from '@consult/runtime/caller';
import { newId } from '@consult/runtime/ids';
import { hasFreshCode, type INVITED_ROLES, type User, withRole } from '../domain/user.ts';
import { findUserByEmail, type StoredUser } from '../store/users.ts';
import { requireRole } from './access.ts';
import { addUser, requireKnownZone } from './add-user.ts';
import { changeUser, type UserDecision } from './change-user.ts';
import type { Deps } from './deps.ts';
import { userChanged } from './events.ts';
import { withNewCode } from './new-code.ts';

export interface Invitation {
  email: string;
  name: string;
  role: (typeof INVITED_ROLES)[number];
  timezone: string;
}

/**
 * A person with a role, who is mailed a code to set a password. The same address again is the same person with the role added;
 * a new code goes out only when the earlier one has run out. Refusals: forbidden, invalid_request (zone), conflict.
 */
export async function inviteUser(deps: Deps, caller: Caller, invitation: Invitation): Promise<User> {
  requireRole(caller, 'admin');
  requireKnownZone(invitation.timezone);
  const { tenantId } = caller;
  const find = () => findUserByEmail(deps.users, { tenantId, email: invitation.email });
  if ((await find()) === undefined) {
    const added = await addUser(deps, { ...invitation, userId: newId(), tenantId });
    if (added !== undefined) return added.user;
  }
  const { user } = await changeUser(deps, find, (stored) => reinvite(deps, stored, invitation));
  return user;
}

function reinvite({ clock }: Deps, stored: StoredUser, { role }: Invitation): UserDecision {
  const before = stored.user;
  const user = withRole(before, role);
  const mail = before.invited && !hasFreshCode(stored.credentials.accessCodes, 'invitation', clock.wallNow());
  if (user === before && !mail) return undefined;
  const told = user === before ? [] : [userChanged(user, clock.now())];
  const next = { user: { ...user, version: before.version + 1 }, credentials: stored.credentials };
  if (!mail) return { after: next, events: told };
  const coded = withNewCode(clock, next, 'invitation');
  return { after: coded.stored, events: [...told, coded.event] };
}
