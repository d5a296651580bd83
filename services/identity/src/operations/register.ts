import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { newId } from '@consult/runtime/ids';
import { findTenant } from '../store/tenants.ts';
import { findUserByEmail } from '../store/users.ts';
import { addUser, requireKnownZone } from './add-user.ts';
import type { Deps } from './deps.ts';
import { type Session, startSession } from './start-session.ts';

/**
 * A new client of the caller's tenant, signed in. Two who use one address at once: one of them.
 * Refusals: not_found (tenant), invalid_request (zone), already_exists (address).
 */
export async function register(
  deps: Deps,
  caller: Caller,
  person: { name: string; email: string; password: string; timezone: string },
): Promise<Session> {
  const { tenantId } = caller;
  requireKnownZone(person.timezone);
  if ((await findTenant(deps.tenants, tenantId)) === undefined) refuse('not_found');
  const taken = await findUserByEmail(deps.users, { tenantId, email: person.email });
  if (taken !== undefined) refuse('already_exists');
  const stored = await addUser(deps, { ...person, userId: newId(), tenantId, role: 'client' });
  return startSession(deps, stored ?? refuse('already_exists'));
}
