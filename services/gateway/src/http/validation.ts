import type { FieldError } from '@consult/contracts/errors';
import { AppError } from '@consult/runtime/errors';
import { Ajv, type ErrorObject } from 'ajv';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import Type from 'typebox';

/** A body of a thousand unknown properties is answered with its first faults. */
const FAULTS_MAX = 100;
const BODY_METHODS = ['POST', 'PUT', 'PATCH'];
/** Nothing is expected, so that whatever comes is named. */
const NOTHING = Type.Object({}, { additionalProperties: false });

/**
 * Bodies are taken literally (no coercion, nothing dropped); query strings are text, so they are coerced.
 * A route that declares no query or body takes none. All faults are collected: a client mends its request in one go.
 */
export function installValidation(app: FastifyInstance): void {
  const options = { allErrors: true, strict: true, strictTypes: false, removeAdditional: false } as const;
  const literal = new Ajv({ ...options, coerceTypes: false });
  const coercing = new Ajv({ ...options, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? literal : coercing).compile(schema));
  app.setSchemaErrorFormatter((errors, part) => {
    const faults = errors.slice(0, FAULTS_MAX).map((error) => toFieldError(error, part));
    return new AppError('invalid_request', { errors: faults });
  });
  // Fastify would take plain text, which no route understands.
  app.removeContentTypeParser('text/plain');

  app.addHook('onRoute', (route) => {
    const takesBody = BODY_METHODS.includes(String(route.method)) && route.config?.rawBody !== true;
    route.schema = { querystring: NOTHING, ...(takesBody ? { body: NOTHING } : {}), ...route.schema };
  });
  // No body at all is an empty object: then every missing property is named, and optional bodies may be left out.
  app.addHook('preValidation', async (request) => {
    if (request.body === undefined && request.routeOptions.schema?.body !== undefined) request.body = {};
  });
}

function toFieldError(error: FastifySchemaValidationError & Partial<ErrorObject>, part: string): FieldError {
  const params = error.params as Record<string, unknown>;
  const child = params['missingProperty'] ?? params['additionalProperty'];
  const pointer = `${error.instancePath}${typeof child === 'string' ? `/${escapePointer(child)}` : ''}`;
  return {
    pointer: part === 'body' ? pointer : `/${part}${pointer}`,
    code: codeOf(error.keyword),
    message: messageOf(error),
  };
}

/** RFC 6901. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function messageOf(error: FastifySchemaValidationError): string {
  if (error.keyword === 'additionalProperties') return 'is not a known property';
  if (error.keyword === 'required') return 'is required';
  if (error.keyword === 'not') return 'is not an allowed value';
  const allowed = error.params['allowedValues'];
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(', ')}`;
  return error.message ?? 'is not valid';
}

/** JSON-Schema keyword → our stable code. */
function codeOf(keyword: string): string {
  switch (keyword) {
    case 'required':
      return 'missing';
    case 'additionalProperties':
      return 'unknown_property';
    case 'type':
      return 'wrong_type';
    case 'enum':
    case 'const':
    case 'not':
      return 'not_allowed';
    case 'pattern':
    case 'format':
      return 'wrong_format';
    case 'minLength':
    case 'minItems':
    case 'minimum':
    case 'minProperties':
      return 'too_small';
    case 'maxLength':
    case 'maxItems':
    case 'maximum':
      return 'too_large';
    default:
      return 'invalid';
  }
}
