import type { Role } from '@consult/runtime/caller';
import { checkedOnce } from '@consult/runtime/checked-tokens';
import { AppError } from '@consult/runtime/errors';
import { createRemoteJWKSet, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import type { GatewayConfig } from '../config.ts';

/** Leeway between the clocks of issuer and gateway (technical time). */
const CLOCK_TOLERANCE_SECONDS = 30;
const AUDIENCE = 'consult';
const ROLES: readonly Role[] = ['client', 'consultant', 'admin', 'finance', 'operator'];

export interface Identity {
  tenantId: string;
  userId: string;
  roles: Role[];
}

export type VerifyToken = (token: string) => Promise<Identity>;

/**
 * Verifies access tokens: people's by the issuer's public keys (EdDSA), operators' by the shared secret (HS256).
 * The two never mix: the algorithm decides the key, and a person's token cannot carry the operator role.
 * Throws `unauthenticated`.
 */
export function createTokenVerifier(config: GatewayConfig): VerifyToken {
  const keys = createRemoteJWKSet(new URL(config.IDENTITY_JWKS_URL));
  const operatorKey = new TextEncoder().encode(config.OPERATOR_SECRET);
  const common = { audience: AUDIENCE, clockTolerance: CLOCK_TOLERANCE_SECONDS, requiredClaims: ['exp', 'sub'] };
  return checkedOnce(async (token) => {
    try {
      if (decodeProtectedHeader(token).alg === 'HS256') {
        const { payload } = await jwtVerify(token, operatorKey, { ...common, algorithms: ['HS256'] });
        return { says: toOperator(payload), endsAtMs: endOf(payload) };
      }
      const { payload } = await jwtVerify(token, keys, {
        ...common,
        issuer: config.TOKEN_ISSUER,
        algorithms: ['EdDSA', 'RS256'],
        requiredClaims: ['exp', 'sub', 'tid'],
      });
      return { says: toIdentity(payload), endsAtMs: endOf(payload) };
    } catch (error) {
      if (isKeySetFailure(error)) throw new AppError('dependency_unavailable', { service: 'identity' });
      throw new AppError('unauthenticated', {});
    }
  });
}

/** `exp` is required, and was looked at. */
function endOf({ exp = 0 }: JWTPayload): number {
  return exp * 1_000;
}

function toOperator({ sub, roles }: JWTPayload): Identity {
  if (typeof sub !== 'string' || !Array.isArray(roles) || !roles.includes('operator'))
    throw new AppError('unauthenticated', {});
  return { tenantId: '', userId: sub, roles: ['operator'] };
}

function toIdentity(payload: JWTPayload): Identity {
  const { sub, tid, roles } = payload;
  if (typeof sub !== 'string' || typeof tid !== 'string' || !Array.isArray(roles))
    throw new AppError('unauthenticated', {});
  const known = ROLES.filter((role) => role !== 'operator' && roles.includes(role));
  return { tenantId: tid, userId: sub, roles: known };
}

/** The issuer could not be asked; that is not the caller's fault. */
function isKeySetFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    code === 'ERR_JWKS_TIMEOUT' ||
    code === 'ECONNREFUSED' ||
    error.message === 'fetch failed' ||
    code === 'ERR_JOSE_GENERIC'
  );
}
