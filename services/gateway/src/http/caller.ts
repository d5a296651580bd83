import type { Caller, Role } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './auth.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed in; undefined on public routes without a token. */
    identity: Identity | undefined;
  }
  interface FastifyContextConfig {
    /** Roles that may call the route; an admin may call whatever another role of the tenant may. */
    roles?: readonly Role[];
    public?: true;
    /** On public routes that have nothing to do with who calls: a stale token must not stop a sign-in. */
    tokens?: 'ignored';
    /** Takes a password, a code or an address that others may guess: few attempts a minute. */
    guessable?: true;
    /** Whether `Idempotency-Key` must be sent; it may be on every POST but the ones that answer tokens. */
    idempotency?: 'required' | 'advised' | 'off';
    /** Status of success, where it is not 200. */
    success?: 201 | 202;
    /** `If-Match` must name the version that was read. */
    ifMatch?: true;
    /** The body is taken as bytes and not judged here. */
    rawBody?: true;
  }
}

/** The caller of a public route: a tenant, nobody in particular. */
export function publicCaller(tenantId: string, requestId: string): Caller {
  return { tenantId, userId: '', roles: [], service: 'gateway', requestId };
}

/** The signed-in caller of a request. Throws `unauthenticated`. */
export function callerOf(request: FastifyRequest): Caller {
  const { identity } = request;
  if (!identity) throw new AppError('unauthenticated', {});
  return { ...identity, service: 'gateway', requestId: request.id };
}
