import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>;

const TEXT = { type: 'string' } as const;
/** RFC 9457 as `toProblem` writes it; more members where they help. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: TEXT,
    title: TEXT,
    status: { type: 'integer' },
    detail: TEXT,
    instance: TEXT,
    code: { ...TEXT, description: 'Stable; programs decide by it' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: TEXT, code: TEXT, message: TEXT } },
    },
    requestId: TEXT,
    traceId: TEXT,
  },
};

/** The OpenAPI document of all routes, from the schemas that validate them, at `/openapi.json`. */
export async function installOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Consult', version: '1', description: 'Sell consultations as packages, and deliver them.' },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: { type: 'apiKey', in: 'cookie', name: 'consult_session' },
        },
      },
    },
    transform: describeRoute,
    transformObject: describeRefusals,
  });
  const config = { public: true, tokens: 'ignored' } as const;
  app.get('/openapi.json', { config, schema: { hide: true } }, async () => app.swagger());
}

/** What the configuration of a route says, in OpenAPI's words: who may call, which headers, what comes back. */
const describeRoute: Transform = ({ schema, url, route }) => {
  const config: FastifyContextConfig = route.config ?? {};
  const method = String(route.method);
  const own = schema as Record<string, unknown> | undefined;
  const tags = own?.['tags'];
  const built = !(Array.isArray(tags) && tags.includes('not built'));
  const described: Record<string, unknown> = {
    ...own,
    operationId: operationIdOf(method, url),
    headers: headersOf(method, config),
    response: built ? successOf(own, config) : { 501: { description: 'Designed, not built' } },
    security: config.public ? [] : [{ bearer: [] }, { session: [] }],
    'x-roles': config.public ? ['public'] : config.roles,
  };
  if (isEmptyObject(described['body'])) delete described['body'];
  return { schema: described, url };
};

function headersOf(method: string, { public: open, idempotency = 'advised', ifMatch }: FastifyContextConfig) {
  const properties: Record<string, object> = {};
  const required: string[] = [];
  if (method === 'POST' && idempotency !== 'off' && !open) properties['Idempotency-Key'] = { ...TEXT, maxLength: 255 };
  if (idempotency === 'required') required.push('Idempotency-Key');
  if (ifMatch) {
    properties['If-Match'] = { ...TEXT, description: 'The ETag that was read' };
    required.push('If-Match');
  }
  return { type: 'object', properties, required };
}

function successOf(schema: Record<string, unknown> | undefined, { success }: FastifyContextConfig) {
  const query = schema?.['querystring'] as { properties?: Record<string, unknown> } | undefined;
  const page = {
    type: 'object',
    properties: { nextCursor: { type: ['string', 'null'] }, hasMore: { type: 'boolean' } },
  };
  const isList = query?.properties?.['cursor'] !== undefined;
  const properties = isList ? { data: { type: 'array', items: {} }, page } : { data: {} };
  return { [success ?? 200]: { description: 'Done', type: 'object', properties } };
}

/** Every operation may refuse with a problem document. */
const describeRefusals: NonNullable<FastifyDynamicSwaggerOptions['transformObject']> = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject;
  const { openapiObject } = document;
  const described = JSON.parse(JSON.stringify(openapiObject)) as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    components: Record<string, unknown>;
  };
  described.components['responses'] = {
    Problem: { description: 'Refused', content: { 'application/problem+json': { schema: PROBLEM } } },
  };
  for (const operations of Object.values(described.paths))
    for (const operation of Object.values(operations))
      operation.responses['default'] = { $ref: '#/components/responses/Problem' };
  return described as typeof openapiObject;
};

/** `POST /api/consultations/:consultationId/start` → `postConsultationsByConsultationIdStart`. */
function operationIdOf(method: string, url: string): string {
  const words = url
    .replace(/^\/api\//, '')
    .split(/[^A-Za-z0-9:]+/)
    .filter((word) => word !== '')
    .map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)));
  return `${method.toLowerCase()}${words.join('')}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function isEmptyObject(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'properties' in schema &&
    Object.keys(schema.properties ?? {}).length === 0
  );
}
