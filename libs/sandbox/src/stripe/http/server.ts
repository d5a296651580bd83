import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import { unrecognized, type StripeError } from '../errors.ts';
import { API_VERSION } from '../events.ts';
import { createIdempotencyKeys } from '../idempotency.ts';
import { newStripeId } from '../ids.ts';
import type { StripeDeps } from '../perform.ts';
import { handle, pathOf } from './handle.ts';
import { addBuyerPages } from './pages.ts';
import { refusalOf } from './refusal.ts';
import type { Route } from './route.ts';

const BODY_MAX_BYTES = 256 * 1_024;

/** Stripe's HTTP API over the given routes: keys, accounts, form bodies, idempotency, expansion, and errors in Stripe's shape. */
export function createStripeServer(deps: StripeDeps, routes: readonly Route[]): FastifyInstance {
  // Whoever is kept waiting in silence does not keep the sandbox from ending.
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: BODY_MAX_BYTES,
    genReqId: () => newStripeId('req'),
    exposeHeadRoutes: false,
  });
  const keys = createIdempotencyKeys(deps.database, deps.wallNow);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async (request, reply) => {
    // Browsers call from the shop's origin, as they call api.stripe.com.
    reply.headers({
      'request-id': request.id,
      'stripe-version': API_VERSION,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Request-Id',
    });
  });
  app.options('/v1/*', async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, POST, DELETE',
        'access-control-allow-headers': '*, Authorization',
        'access-control-max-age': '300',
      })
      .status(204)
      .send(),
  );
  addBuyerPages(app, deps);
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => handle({ deps, keys }, route, request, reply),
    });
  }
  app.setNotFoundHandler((request, reply) => sendError(reply, unrecognized(request.method, pathOf(request))));
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) deps.logger.error({ err: error, requestId: request.id }, 'stripe sandbox failed');
    return sendError(reply, refusal);
  });
  return app;
}

const sendError = (reply: FastifyReply, error: StripeError): FastifyReply =>
  reply.status(error.status).send(error.toJSON());
