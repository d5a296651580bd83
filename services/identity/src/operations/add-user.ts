import type { Envelope } from '@consult/contracts/envelope';
import { refuse } from '@consult/runtime/errors';
import { isKnownZone } from '../domain/known.ts';
import type { Role, User } from '../domain/user.ts';
import { insertUser, type StoredUser } from '../store/users.ts';
import { USERS } from '../store/user-document.ts';
import type { Deps } from './deps.ts';
import { clientRegistered, userChanged } from './events.ts';
import { withNewCode } from './new-code.ts';

/** Who is to be added; without a password an invitation goes out. */
export interface NewPerson {
  userId: string;
  tenantId: string;
  name: string;
  email: string;
  role: Role;
  timezone: string;
  password?: string | undefined;
}

/**
 * Adds a person with everything that follows from it in one write: the events, and the invitation where there is no password.
 * Answers undefined when the address is taken within the tenant.
 */
export async function addUser(deps: Deps, person: NewPerson): Promise<StoredUser | undefined> {
  const { password, role, ...rest } = person;
  const now = deps.clock.now();
  const user: User = { ...rest, roles: [role], createdAt: now, version: 1, invited: password === undefined };
  const events: Envelope[] = [userChanged(user, now), ...(role === 'client' ? [clientRegistered(user, now)] : [])];
  let stored: StoredUser = { user, credentials: { credentialVersion: 1, accessCodes: [] } };
  if (password === undefined) {
    const invited = withNewCode(deps.clock, stored, 'invitation');
    stored = invited.stored;
    events.push(invited.event);
  } else stored.credentials.passwordHash = await deps.passwords.hash(password);
  if (!(await insertUser(deps.users, stored, events))) return undefined;
  deps.relay.nudge(USERS, user.tenantId, user.userId, events);
  return stored;
}

/** Refusals: invalid_request. */
export function requireKnownZone(timezone: string): void {
  if (!isKnownZone(timezone))
    refuse('invalid_request', {
      errors: [{ pointer: '/timezone', code: 'unknown_zone', message: 'is not an IANA time zone' }],
    });
}
