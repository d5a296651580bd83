import type { User } from '../domain/user.ts';
import { formatRefreshToken } from '../domain/refresh-token.ts';
import { ACCESS_TOKEN_SECONDS } from '../security/access-tokens.ts';
import { hashSecret, newFamilyId, newSecret } from '../security/secrets.ts';
import { insertFamily } from '../store/sessions.ts';
import type { StoredUser } from '../store/users.ts';
import type { Deps } from './deps.ts';

/** A sign-in nobody refreshes is over after that. */
const IDLE_SESSION_MS = 30 * 86_400_000;

/** What a person holds after signing in. */
export interface Session {
  user: User;
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

/** When a refresh token issued now runs out (technical time). */
export function sessionExpiry({ clock }: Pick<Deps, 'clock'>): Date {
  return new Date(clock.wallNow().getTime() + IDLE_SESSION_MS);
}

/** Begins a family of refresh tokens for someone who has shown who they are. */
export async function startSession(deps: Deps, { user, credentials }: StoredUser): Promise<Session> {
  const { tenantId, userId } = user;
  const family = { tenantId, familyId: newFamilyId() };
  const secret = newSecret();
  const { credentialVersion } = credentials;
  await insertFamily(deps.sessions, {
    ...family,
    userId,
    credentialVersion,
    secretHash: hashSecret(secret),
    expiresAt: sessionExpiry(deps),
  });
  return sessionOf(deps, user, formatRefreshToken({ ...family, secret }));
}

/** The session as its holder gets it, with a new access token. */
export async function sessionOf(deps: Deps, user: User, refreshToken: string): Promise<Session> {
  const accessToken = await deps.issueAccessToken(user);
  return { user, accessToken, refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS };
}
