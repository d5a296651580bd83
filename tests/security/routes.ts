import { readFileSync } from 'node:fs';

/** A JSON schema, as far as the suites look into one. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}
interface Operation {
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
  'x-roles': string[];
}

/** One route of the public API, as `openapi.json` describes it. */
export interface Route {
  method: string;
  path: string;
  roles: string[];
  built: boolean;
  body: Schema | undefined;
  /** Takes a body, if only an empty one. */
  takesBody: boolean;
  query: Parameter[];
  pathParameters: string[];
  needsVersion: boolean;
}

const openapi = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

/** Every route of the public API. */
export const ROUTES: readonly Route[] = Object.entries(openapi.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => routeOf(method.toUpperCase(), path, operation)),
);

/** Routes that do what they say; the others answer 501. */
export const BUILT: readonly Route[] = ROUTES.filter(({ built }) => built);

function routeOf(method: string, path: string, operation: Operation): Route {
  const parameters = operation.parameters ?? [];
  return {
    method,
    path,
    roles: operation['x-roles'],
    built: !(operation.tags ?? []).includes('not built'),
    body: operation.requestBody?.content['application/json']?.schema,
    takesBody: ['POST', 'PUT', 'PATCH'].includes(method) && !path.startsWith('/webhooks/'),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    pathParameters: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
    needsVersion: parameters.some(({ name }) => name === 'If-Match'),
  };
}

/** A value that the schema cannot take. */
export function wrongValue({ type, enum: allowed }: Schema): unknown {
  if (allowed !== undefined) return 'no such word';
  return type === 'string' ? 42 : 'a text';
}
