import type { ErrorCode, FieldError } from '@consult/contracts/errors';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import { AppError } from './errors.ts';

/** The faults of a value against a schema, each with its place: all of them, or none. */
export function faultsOf(schema: TSchema, value: unknown): FieldError[] {
  return Value.Errors(schema, value).flatMap((error): FieldError[] => {
    const params = error.params as Record<string, unknown>;
    // Widened: of all the keywords only these three need words of their own.
    const keyword: string = error.keyword;
    switch (keyword) {
      case 'required':
        return names(params['requiredProperties']).map((name) => ({
          pointer: `${error.instancePath}/${name}`,
          code: 'missing',
          message: 'is required',
        }));
      case 'additionalProperties':
        return names(params['additionalProperties']).map((name) => ({
          pointer: `${error.instancePath}/${name}`,
          code: 'unknown_property',
          message: 'is not a known property',
        }));
      case 'boolean':
        // The `false` schema under an unknown property: the row above already names it.
        return [];
      default:
        return [{ pointer: error.instancePath, code: keyword, message: error.message }];
    }
  });
}

type Check = (value: unknown) => boolean;
/** Schemas are made once per process, and checked for ever after: each is compiled when it is first needed. */
const checks = new WeakMap<TSchema, Check>();

function checkOf(schema: TSchema): Check {
  const known = checks.get(schema);
  if (known) return known;
  const compiled = Compile(schema);
  const check: Check = (value) => compiled.Check(value);
  checks.set(schema, check);
  return check;
}

/** Turns unknown into the schema's type; otherwise throws `code` with every fault in `errors`. Nothing is coerced or dropped. */
export function parse<T extends TSchema>(schema: T, value: unknown, code: ErrorCode = 'invalid_request'): Static<T> {
  if (checkOf(schema)(value)) return value as Static<T>;
  throw new AppError(code, { errors: faultsOf(schema, value) });
}

/** Parses a JSON text against a schema. Throws `invalid_request`, also when it is not JSON. */
export function parseJson<T extends TSchema>(schema: T, text: string): Static<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('invalid_request', { errors: [{ pointer: '', code: 'malformed', message: 'is not JSON' }] });
  }
  return parse(schema, value);
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
