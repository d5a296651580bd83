import { AppError } from '@consult/runtime/errors';
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

  async function forward(path: string, body?: unknown) {
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
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? 'application/json',
      body: await answer.text(),
    };
  }

  app.get('/sandbox/clock', { config: open, schema: { tags: ['sandbox'] } }, async (_request, reply) => {
    const answer = await forward('/sandbox/clock');
    return reply.status(answer.status).type(answer.type).send(answer.body);
  });

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
    async (request, reply) => {
      const answer = await forward('/sandbox/clock/advance', request.body);
      return reply.status(answer.status).type(answer.type).send(answer.body);
    },
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
      const answer = await forward(`/sandbox/mail?${search.toString()}`);
      return reply.status(answer.status).type(answer.type).send(answer.body);
    },
  );
}
