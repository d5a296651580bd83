import { refuse } from '@consult/runtime/errors';
import { formatRefreshToken, parseRefreshToken } from '../domain/refresh-token.ts';
import { hashSecret, newSecret } from '../security/secrets.ts';
import { endFamily, findFamily, rotateFamily } from '../store/sessions.ts';
import { findUser } from '../store/users.ts';
import type { Deps } from './deps.ts';
import { type Session, sessionExpiry, sessionOf } from './start-session.ts';

/**
 * The next refresh token for this one, and a new access token with the roles of today. A token that was used before has been
 * copied: its whole family ends, the thief's and the owner's. Refusals: unauthenticated.
 */
export async function refresh(deps: Deps, token: string): Promise<Session> {
  const given = parseRefreshToken(token) ?? refuse('unauthenticated');
  const family = (await findFamily(deps.sessions, given)) ?? refuse('unauthenticated');
  const { tenantId, userId } = family;
  const person = await findUser(deps.users, { tenantId, userId });
  const current = person?.credentials.credentialVersion === family.credentialVersion;
  if (person === undefined || !current || family.expiresAt <= deps.clock.wallNow()) return refuse('unauthenticated');
  const secret = newSecret();
  const rotated = await rotateFamily(deps.sessions, given, {
    from: hashSecret(given.secret),
    to: hashSecret(secret),
    expiresAt: sessionExpiry(deps),
  });
  if (!rotated) {
    await endFamily(deps.sessions, given);
    deps.logger.warn({ tenantId, userId, familyId: family.familyId }, 'refresh token used twice: its family has ended');
    return refuse('unauthenticated');
  }
  return sessionOf(deps, person.user, formatRefreshToken({ ...given, secret }));
}

/** Ends the sign-in a token belongs to. A token that is not good any more changes nothing. */
export async function signOut(deps: Pick<Deps, 'sessions'>, token: string): Promise<void> {
  const given = parseRefreshToken(token);
  if (given !== undefined) await endFamily(deps.sessions, given);
}
