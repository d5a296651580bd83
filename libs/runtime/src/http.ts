import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';
import { type Checks, runChecks } from './health.ts';
import { isRecord } from './parse.ts';
import { toAppError } from './outage.ts';
import { toProblem } from './problem.ts';

export type { Checks } from './health.ts';

/** What is needed of a fastify instance, whatever its logger and type provider are. */
interface Routes {
  get(
    path: string,
    options: { config: { public: true } },
    handler: (request: unknown, reply: FastifyReply) => Promise<unknown>,
  ): unknown;
}

const PUBLIC = { config: { public: true } } as const;

/** Adds `/healthz` (the process lives) and `/readyz` (it can do its work: 200, else 503 and which check is not ok). */
export function registerHealth(app: Routes, checks: Checks): void {
  app.get('/healthz', PUBLIC, async () => ({ status: 'ok' }));
  app.get('/readyz', PUBLIC, async (_request, reply) => {
    const { ready, results } = await runChecks(checks);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', checks: results });
  });
}

/** Error handler of a service's own HTTP: a problem document; what fastify refuses itself is `invalid_request`. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = isRecord(error) ? error['statusCode'] : undefined;
  const refused =
    typeof status === 'number' && status < 500
      ? new AppError('invalid_request', {}, { cause: error })
      : toAppError(error);
  const problem = toProblem(refused, { instance: request.url, requestId: request.id });
  return reply.code(problem.status).type('application/problem+json').send(problem.body);
}
