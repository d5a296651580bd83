import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { findUserByEmail } from '../store/users.ts';
import type { Deps } from './deps.ts';
import { type Session, startSession } from './start-session.ts';

/**
 * Unknown address, no password yet and wrong password are one refusal and take the same time: nobody learns who has an account.
 * Refusals: invalid_credentials, rate_limited.
 */
export async function signIn(deps: Deps, caller: Caller, given: { email: string; password: string }): Promise<Session> {
  const stored = await findUserByEmail(deps.users, { tenantId: caller.tenantId, email: given.email });
  const matches = await deps.passwords.matches(stored?.credentials.passwordHash, given.password);
  if (stored === undefined || !matches) return refuse('invalid_credentials');
  return startSession(deps, stored);
}
