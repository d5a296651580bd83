import { createHash } from 'node:crypto';
import type { ErrorCode } from '@consult/contracts/errors';
import { AppError } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId } from '@consult/runtime/ids';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerStore, KeyOwner, Lease, StoredAnswer } from '../store/answers.ts';

const KEY_LENGTH_MAX = 255;
/** Refusals that no rule decided: the same request may fare better next time. */
const UNDECIDED: readonly (ErrorCode | undefined)[] = ['unauthenticated', 'rate_limited', 'conflict'];

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request owns its idempotency key. */
    lease: Lease | undefined;
  }
}

/**
 * The contract of `Idempotency-Key` (as Stripe's): same key and body → the stored answer; other body or route → 422; still
 * running → 409. Runs after validation, so that a malformed request never burns its key.
 */
export function installIdempotency(app: FastifyInstance, answers: AnswerStore, wallNow: () => Date): void {
  app.decorateRequest('lease', undefined);

  app.addHook('preHandler', async (request, reply) => {
    const owner = ownerOf(request);
    if (owner === undefined) return;
    const claim = await answers.claim(owner, hashOf(request), wallNow());
    switch (claim.outcome) {
      case 'claimed':
        request.lease = claim.lease;
        return;
      case 'reused':
        throw new AppError('idempotency_key_reused', {});
      case 'running':
        throw new AppError('idempotency_in_progress', {});
      case 'replay':
        return replay(reply, claim.answer);
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { lease } = request;
    if (lease === undefined) return payload;
    request.lease = undefined;
    const status = reply.statusCode;
    faultPoint('gateway.before-keep');
    const decided = status < 500 && status !== 401 && status !== 429 && !UNDECIDED.includes(request.refusal);
    const etag = reply.getHeader('etag');
    const settled =
      decided && typeof payload === 'string'
        ? answers.keep(lease, { status, body: payload, ...(typeof etag === 'string' ? { etag } : {}) })
        : answers.free(lease);
    // What the service decided is told in any case; a repeat after the lease meets the service's own memory of this id.
    await settled.catch((error: unknown) =>
      request.log.error({ err: error, requestId: request.id }, 'answer not stored'),
    );
    return payload;
  });
}

function replay(reply: FastifyReply, { status, body, etag }: StoredAnswer): FastifyReply {
  const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  if (etag !== undefined) void reply.header('etag', etag);
  return reply.status(status).header('idempotent-replayed', 'true').type(type).send(body);
}

/** The id a service gets for this request: the same for the same caller, key and path, so that a retry is the same thing. Empty without a key. */
export function requestIdOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || !request.identity) return '';
  return derivedId(request.identity.tenantId, request.identity.userId, request.method, pathOf(request), key);
}

/** The key this request must own, if any. Throws `invalid_request` when it is missing where it is required, or too long. */
function ownerOf(request: FastifyRequest): KeyOwner | undefined {
  const mode = request.routeOptions.config.idempotency ?? 'advised';
  const { identity } = request;
  if (request.method !== 'POST' || mode === 'off' || !identity) return undefined;
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') {
    if (mode === 'required') throw badKey('missing', 'is required on this route');
    return undefined;
  }
  if (typeof key !== 'string' || key.length > KEY_LENGTH_MAX)
    throw badKey('too_large', `has at most ${KEY_LENGTH_MAX} characters`);
  return { tenantId: identity.tenantId, userId: identity.userId, key };
}

function badKey(code: string, message: string): AppError {
  return new AppError('invalid_request', { errors: [{ pointer: '/headers/Idempotency-Key', code, message }] });
}

function hashOf(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${pathOf(request)}\n`)
    .update(JSON.stringify(request.body ?? null))
    .digest('hex');
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}
