import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/** Where Stripe's published shapes are: beside the repository, or where the environment says. */
const FOLDER = process.env['STRIPE_SHAPES_DIR'] ?? join(import.meta.dirname, '../../../../shared/stripe');
const FIXTURES = join(FOLDER, 'fixtures3.json');
const SCHEMAS = join(FOLDER, 'stripe.com.json');

export type Json = Record<string, unknown>;

export const shapesExist = existsSync(FIXTURES) && existsSync(SCHEMAS);

/** Stripe's sample object of a kind. */
export function readFixtures(): Record<string, Json> {
  return (JSON.parse(readFileSync(FIXTURES, 'utf8')) as { resources: Record<string, Json> }).resources;
}

/** Validators of Stripe's OpenAPI description, by kind, for objects with nothing expanded. */
export function readSchemas(): (kind: string) => ValidateFunction {
  const document = JSON.parse(readFileSync(SCHEMAS, 'utf8')) as { components: { schemas: Json } };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, inlineRefs: false });
  ajv.addSchema({ $id: 'stripe', components: { schemas: plain(document.components.schemas) } });
  return (kind) => {
    const validate = ajv.getSchema(`stripe#/components/schemas/${kind}`);
    if (validate === undefined) throw new Error(`no schema for ${kind}`);
    return validate;
  };
}

/** The addresses of Stripe's description, with their methods: `GET /v1/charges/{}`. */
export function readPaths(): Set<string> {
  const { paths } = JSON.parse(readFileSync(SCHEMAS, 'utf8')) as { paths: Record<string, Json> };
  return new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
    ),
  );
}

/** OpenAPI 3.0 as JSON Schema: `nullable` spelt out, and of what can be expanded only the id kept. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Json;
  if ('x-expansionResources' in rest) {
    const id = { type: 'string' };
    return nullable === true ? { anyOf: [id, { type: 'null' }] } : id;
  }
  const schema = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plain(inner)]));
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** Places where an object has not the shape of the fixture: a field missing, or of another type. */
export function differences(fixture: unknown, object: unknown, path = ''): string[] {
  if (fixture === null || object === null) return [];
  if (Array.isArray(fixture) || Array.isArray(object)) {
    if (!Array.isArray(fixture) || !Array.isArray(object)) return [`${path}: list or not`];
    const [sample] = fixture as unknown[];
    return sample === undefined ? [] : object.flatMap((item) => differences(sample, item, `${path}[]`));
  }
  if (typeof fixture !== typeof object) return [`${path}: ${typeof object}, not ${typeof fixture}`];
  if (typeof fixture !== 'object') return [];
  const actual = object as Json;
  return Object.entries(fixture).flatMap(([key, sample]) => {
    // The caller's own keys.
    if (path.endsWith('.metadata')) return [];
    return key in actual ? differences(sample, actual[key], `${path}.${key}`) : [`${path}.${key}: missing`];
  });
}
