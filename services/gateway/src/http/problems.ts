import { CATALOGUE, type ErrorCode } from '@consult/contracts/errors';
import { AppError } from '@consult/runtime/errors';
import { toAppError } from '@consult/runtime/outage';
import { toProblem } from '@consult/runtime/problem';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Seconds a client should wait before it repeats a request that a part of the system could not take. */
const RETRY_AFTER_SECONDS = 2;
/** Codes that pass by themselves within seconds. */
const PASSING: readonly ErrorCode[] = ['dependency_unavailable', 'deadline_exceeded', 'idempotency_in_progress'];

declare module 'fastify' {
  interface FastifyRequest {
    /** The code this request was refused with. */
    refusal: ErrorCode | undefined;
  }
}

/** Every error leaves as one problem document (RFC 9457); what we do not know answers 500 without detail and is logged. */
export function installProblems(app: FastifyInstance): void {
  app.decorateRequest('refusal', undefined);

  app.setErrorHandler(answerProblem);

  app.setNotFoundHandler(() => {
    throw new AppError('not_found', { detail: 'There is no such route' });
  });
}

/** Answers an error; also the ones of an address that no route can read, which pass by all hooks. */
export function answerProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const known = toRefusal(error);
  request.refusal = known.code;
  if (known.code === 'internal') request.log.error({ err: error, requestId: request.id }, 'request failed');
  const where = {
    instance: request.url.split('?')[0] ?? '/',
    requestId: request.id,
    traceId: request.trace?.traceId,
  };
  const told = isOurFault(known.code) ? withoutParts(request, known) : known;
  const { status, body } = toProblem(told, where);
  const { retryAfterSeconds = RETRY_AFTER_SECONDS } = told.details;
  if (PASSING.includes(known.code)) void reply.header('retry-after', retryAfterSeconds);
  void reply.status(status).type('application/problem+json').send(body);
}

function isOurFault(code: ErrorCode): boolean {
  return CATALOGUE[code].http >= 500 && code !== 'not_built';
}

/** A caller learns when to come back, not which part of us is away: that is for the log. */
function withoutParts(request: FastifyRequest, { code, details }: AppError): AppError {
  const { retryAfterSeconds, service, dependency } = details;
  const part = service ?? dependency;
  if (part !== undefined) request.log.warn({ requestId: request.id, code, part }, 'a part could not serve');
  return new AppError(code, typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {});
}

/** Fastify's own errors (body too large, malformed JSON, wrong media type) in our codes; the rest is ours, an outage, or unknown. */
function toRefusal(error: FastifyError | Error): AppError {
  if (error instanceof AppError) return error;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  // An id longer than the router reads is nobody's.
  if (status === 414) return new AppError('not_found', {});
  if (status === 413) return new AppError('too_large', {});
  if (status === 415) return new AppError('unsupported_media_type', {});
  if (status === 400)
    return new AppError('invalid_request', { errors: [{ pointer: '', code: 'malformed', message: error.message }] });
  return toAppError(error);
}
