import { withRequestId } from '@consult/runtime/request-context';
import { beginSpan, traceIds } from '@consult/runtime/telemetry';
import type { FastifyInstance } from 'fastify';

/** The span around one request. Handlers run inside it; hooks after a failed body do not, so that its id is kept here. */
interface RequestTrace {
  traceId: string | undefined;
  end(attributes: Record<string, string | number>, failed: boolean): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: RequestTrace | undefined;
  }
}

/** One span per request, continuing the caller's `traceparent`; one log line per answer, with ids and never a body. */
export function installTracing(app: FastifyInstance): void {
  app.decorateRequest('trace', undefined);

  app.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const route = request.routeOptions.url ?? 'unknown route';
    const span = beginSpan(typeof traceparent === 'string' ? traceparent : undefined, `${request.method} ${route}`);
    const run = <T>(fn: () => T): T => span.run(() => withRequestId(request.id, fn));
    request.trace = { traceId: run(traceIds)?.traceId, end: (attributes, failed) => span.end(attributes, failed) };
    void reply.header('x-request-id', request.id);
    // Fastify carries this context over the reading of the body (a test holds it to that).
    run(done);
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown route';
    const status = reply.statusCode;
    const attributes = {
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': status,
    };
    request.trace?.end(attributes, status >= 500);
    const { identity, trace, refusal } = request;
    const ids = {
      requestId: request.id,
      traceId: trace?.traceId,
      tenantId: identity?.tenantId,
      userId: identity?.userId,
    };
    request.log.info(
      { ...ids, method: request.method, route, status, code: refusal, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}
