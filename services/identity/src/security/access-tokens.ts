import type { Clock } from '@consult/runtime/clock';
import { SignJWT } from 'jose';
import type { User } from '../domain/user.ts';
import { SIGNING_ALGORITHM, type SigningKey } from './signing-key.ts';

/** The role of a person can be out of date for that long. */
export const ACCESS_TOKEN_SECONDS = 900;
const TOKEN_AUDIENCE = 'consult';

export type IssueAccessToken = (user: Pick<User, 'tenantId' | 'userId' | 'roles'>) => Promise<string>;

/** Issues JWTs with the claims `tid`, `sub` and `roles`, valid for 15 minutes of technical time. */
export function createAccessTokens(options: { issuer: string; key: SigningKey; clock: Clock }): IssueAccessToken {
  const { issuer, key, clock } = options;
  return ({ tenantId, userId, roles }) => {
    const issuedAt = Math.floor(clock.wallNow().getTime() / 1_000);
    return new SignJWT({ tid: tenantId, roles })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
      .sign(key.privateKey);
  };
}
