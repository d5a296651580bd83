import { refuse } from '@consult/runtime/errors';
import { formatRefreshToken, parseRefreshToken } from '../domain/refresh-token.ts';
import { hashSecret } from '../security/secrets.ts';
import { endFamily, findFamily, rotateFamily, type SessionFamily } from '../store/sessions.ts';
import { findUser } from '../store/users.ts';
import type { Deps } from './deps.ts';
import { type Session, sessionExpiry, sessionOf } from './start-session.ts';

/** A token that was replaced this short a time ago may come again: its holder has not heard the answer. */
const RETRY_MS = 30_000;

/**
 * The next refresh token for this one, and a new access token with the roles of today; the same again right after has the same
 * next one. A token that was used before has been copied: its whole family ends, the thief's and the owner's.
 * Refusals: unauthenticated.
 */
export async function refresh(deps: Deps, token: string): Promise<Session> {
  const given = parseRefreshToken(token) ?? refuse('unauthenticated');
  const family = (await findFamily(deps.sessions, given)) ?? refuse('unauthenticated');
  const { tenantId, userId } = family;
  const person = await findUser(deps.users, { tenantId, userId });
  const current = person?.credentials.credentialVersion === family.credentialVersion;
  const wallNow = deps.clock.wallNow();
  if (person === undefined || !current || family.expiresAt <= wallNow) return refuse('unauthenticated');
  const secret = deps.followSecret(given.secret);
  const rotated = await rotateFamily(deps.sessions, given, {
    from: hashSecret(given.secret),
    to: hashSecret(secret),
    rotatedAt: wallNow,
    expiresAt: sessionExpiry(deps),
  });
  if (!rotated && !isRetry(await findFamily(deps.sessions, given), secret, wallNow)) {
    await endFamily(deps.sessions, given);
    deps.logger.warn({ tenantId, userId, familyId: family.familyId }, 'refresh token used twice: its family has ended');
    return refuse('unauthenticated');
  }
  return sessionOf(deps, person.user, formatRefreshToken({ ...given, secret }));
}

/** Whether the newest token is the one that this request would have brought, a moment ago. */
function isRetry(family: SessionFamily | undefined, secret: string, wallNow: Date): boolean {
  const { secretHash, rotatedAt } = family ?? {};
  return (
    secretHash === hashSecret(secret) && rotatedAt !== undefined && wallNow.getTime() - rotatedAt.getTime() <= RETRY_MS
  );
}

/** Ends the sign-in a token belongs to. A token that is not good any more changes nothing. */
export async function signOut(deps: Pick<Deps, 'sessions'>, token: string): Promise<void> {
  const given = parseRefreshToken(token);
  if (given !== undefined) await endFamily(deps.sessions, given);
}
