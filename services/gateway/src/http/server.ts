import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import helmet from '@fastify/helmet';
import swaggerUi from '@fastify/swagger-ui';
import { newId } from '@consult/runtime/ids';
import type { Logger } from '@consult/runtime/logger';
import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import type { App } from '../routes/context.ts';
import type { AnswerStore } from '../store/answers.ts';
import { DOCS_PREFIX, installAccess } from './access.ts';
import type { VerifyToken } from './auth.ts';
import { installIdempotency } from './idempotency.ts';
import { createLimit } from './limits.ts';
import { installOpenApi } from './openapi.ts';
import { answerProblem, installProblems } from './problems.ts';
import { installTracing } from './tracing.ts';
import { installValidation } from './validation.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
/** A request must have arrived whole by then. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface ServerDeps {
  config: GatewayConfig;
  logger: Logger;
  verify: VerifyToken;
  answers: AnswerStore;
  wallNow: () => Date;
}

/** The gateway's HTTP server with everything that holds for all routes; the routes come after. */
export async function createServer({ config, logger, verify, answers, wallNow }: ServerDeps): Promise<App> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    // Request and trace ids come from the context of the request; a logger per request costs and adds nothing.
    childLoggerFactory: (parent) => parent,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.TRUST_PROXY,
    genReqId: () => newId(),
    frameworkErrors: answerProblem,
  }).withTypeProvider<TypeBoxTypeProvider>();

  // The order is the order of the hooks: trace, who and how often, shape, idempotency.
  installProblems(app);
  installTracing(app);
  installAccess(app, verify, await createLimit(app, config));
  installValidation(app);
  app.addHook('preHandler', async (request, reply) => {
    void reply.status(request.routeOptions.config.success ?? 200);
  });
  installIdempotency(app, answers, wallNow);
  await app.register(helmet);
  await installOpenApi(app);
  await app.register(swaggerUi, { routePrefix: DOCS_PREFIX });
  return app;
}
