import type { webcrypto } from 'node:crypto';
import { ROLES } from '@consult/contracts/primitives';
import { jwtVerify, SignJWT } from 'jose';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { Caller } from './caller.ts';
import { checkedOnce } from './checked-tokens.ts';
import { AppError } from './errors.ts';

const TOKEN_LIFE_SECONDS = 60;
const CLOCK_SKEW_SECONDS = 5;
/** A token serves again for calls on behalf of the same caller, and stays far from its end: it is made once. */
const REUSE_MS = 20_000;
const REUSED_MAX = 1_000;

const Claims = Type.Object({
  iss: Type.String({ minLength: 1, maxLength: 100 }),
  iat: Type.Number(),
  exp: Type.Number(),
  tenantId: Type.String({ pattern: '^([0-9]{6})?$' }),
  userId: Type.String({ maxLength: 100 }),
  roles: Type.Array(Type.Enum([...ROLES]), { maxItems: ROLES.length }),
});
type Claims = Static<typeof Claims>;

/** Who calls, as far as it has to be proven; which request it is for travels beside the token. */
export type ProvenCaller = Omit<Caller, 'requestId'>;

/**
 * Signs call tokens from one service to another (JWT, HS256, a minute long): who calls, on whose behalf.
 * The wall clock rules: tokens are technical time.
 */
export function createCallTokenSigner(options: {
  secret: string;
  from: string;
  to: string;
}): (caller: ProvenCaller) => Promise<string> {
  const key = keyOf(options.secret);
  const reusable = new Map<string, { token: Promise<string>; until: number }>();

  async function sign({ tenantId, userId, roles }: ProvenCaller): Promise<string> {
    return new SignJWT({ tenantId, userId, roles })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(options.from)
      .setAudience(options.to)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_LIFE_SECONDS}s`)
      .sign(await key);
  }

  return (caller) => {
    const name = JSON.stringify([caller.tenantId, caller.userId, caller.roles]);
    const known = reusable.get(name);
    if (known !== undefined && known.until > performance.now()) return known.token;
    if (reusable.size >= REUSED_MAX) reusable.clear();
    const token = sign(caller);
    reusable.set(name, { token, until: performance.now() + REUSE_MS });
    return token;
  };
}

/** Checks tokens meant for this service and answers the caller they name. Throws `unauthenticated`, without saying why. */
export function createCallTokenVerifier(options: {
  secret: string;
  service: string;
}): (token: string) => Promise<ProvenCaller> {
  const key = keyOf(options.secret);
  return checkedOnce(async (token) => {
    const { iss: service, tenantId, userId, roles, iat, exp } = await verified(token, await key, options.service);
    const endsAtMs = Math.min(exp, iat + TOKEN_LIFE_SECONDS) * 1_000;
    return { says: { tenantId, userId, roles, service }, endsAtMs };
  });
}

async function verified(token: string, key: webcrypto.CryptoKey, audience: string): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience,
      clockTolerance: CLOCK_SKEW_SECONDS,
      // Also a token that claims a longer life is refused after a minute.
      maxTokenAge: TOKEN_LIFE_SECONDS,
      requiredClaims: ['iss', 'exp', 'iat'],
    });
    if (Value.Check(Claims, payload)) return payload;
  } catch (error) {
    throw new AppError('unauthenticated', {}, { cause: error });
  }
  throw new AppError('unauthenticated');
}

/** Imported once: the raw bytes would be imported again for every call. */
function keyOf(secret: string): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign', 'verify']);
}
