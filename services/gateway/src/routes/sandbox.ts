import { isErrorCode } from '@consult/contracts/errors';
import { AppError } from '@consult/runtime/errors';
import type { FastifyReply } from 'fastify';
import { fetch } from 'undici';
import Type from 'typebox';
import type { App, RouteContext } from './context.ts';

/** Advancing over months runs every renewal and reminder on the way. */
const ADVANCE_TIMEOUT_MS = 120_000;
const strict = { additionalProperties: false } as const;

/** Test clock and mailbox; these routes exist in sandbox mode only. */
export function sandboxRoutes(app: App, { config }: RouteContext): void {
  const { SANDBOX_URL } = config;
  if (config.CONSULT_MODE !== 'sandbox' || SANDBOX_URL === undefined) return;
  const open = { public: true, tokens: 'ignored', idempotency: 'off' } as const;

  async function forward(reply: FastifyReply, path: string, body?: unknown): Promise<FastifyReply> {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(new URL(path, SANDBOX_URL), {
      ...init,
      signal: AbortSignal.timeout(ADVANCE_TIMEOUT_MS),
    }).catch(() => {
      throw new AppError('dependency_unavailable', { service: 'sandbox' });
    });
    const text = await answer.text();
    if (!answer.ok) throw refusalIn(text);
    return reply.type(answer.headers.get('content-type') ?? 'application/json').send(text);
  }

  app.get('/sandbox/clock', { config: open, schema: { tags: ['sandbox'] } }, async (_request, reply) =>
    forward(reply, '/sandbox/clock'),
  );

  const advance = Type.Object(
    {
      days: Type.Optional(Type.Number({ minimum: 0, maximum: 3_660 })),
      hours: Type.Optional(Type.Number({ minimum: 0, maximum: 87_840 })),
      to: Type.Optional(Type.String({ minLength: 10, maxLength: 40 })),
    },
    { ...strict, minProperties: 1 },
  );
  app.post(
    '/sandbox/clock/advance',
    { config: open, schema: { tags: ['sandbox'], body: advance } },
    async (request, reply) => forward(reply, '/sandbox/clock/advance', request.body),
  );

  const query = Type.Object(
    {
      to: Type.Optional(Type.String({ maxLength: 254 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    },
    strict,
  );
  app.get(
    '/sandbox/mail',
    { config: open, schema: { tags: ['sandbox'], querystring: query } },
    async (request, reply) => {
      const search = new URLSearchParams(
        Object.entries(request.query).map(([key, value]): [string, string] => [key, String(value)]),
      );
      return forward(reply, `/sandbox/mail?${search.toString()}`);
    },
  );
}

/** The sandbox's refusal as one of ours, so that it leaves with our ids. */
function refusalIn(text: string): AppError {
  const problem = JSON.parse(text) as Record<string, unknown>;
  const {
    type: _type,
    title: _title,
    status: _status,
    instance: _instance,
    code,
    requestId: _id,
    ...details
  } = problem;
  return typeof code === 'string' && isErrorCode(code) ? new AppError(code, details) : new AppError('internal', {});
}
