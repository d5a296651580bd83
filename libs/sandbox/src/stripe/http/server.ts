import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { StripeError, unrecognized } from '../errors.ts';
import { API_VERSION } from '../events.ts';
import { emptyMap, parseForm, type FormMap } from '../form.ts';
import { createIdempotencyKeys, type Answer, type IdempotencyKeys } from '../idempotency.ts';
import { newStripeId } from '../ids.ts';
import { perform, type StripeDeps } from '../perform.ts';
import { WorkConflict } from '../work.ts';
import { asOf } from './as-of.ts';
import { accessOf, secretKeyRequired, type Access } from './access.ts';
import { expand, takeExpand } from './expand.ts';
import { addBuyerPages } from './pages.ts';
import { publicView } from './public-view.ts';
import type { Route } from './route.ts';

const BODY_MAX_BYTES = 256 * 1_024;
const KEY_MAX_CHARACTERS = 255;

/** Stripe's HTTP API over the given routes: keys, accounts, form bodies, idempotency, expansion, and errors in Stripe's shape. */
export function createStripeServer(deps: StripeDeps, routes: readonly Route[]): FastifyInstance {
  const app = fastify({ bodyLimit: BODY_MAX_BYTES, genReqId: () => newStripeId('req'), exposeHeadRoutes: false });
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

async function handle(
  { deps, keys }: { deps: StripeDeps; keys: IdempotencyKeys },
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = typeof request.body === 'string' ? request.body : '';
  const form = formOf(request, body);
  const access = await accessOf(deps.database, request.headers, form);
  if (access.publishable && !route.publishable) throw secretKeyRequired();
  const key = request.method === 'POST' ? keyOf(request) : undefined;
  const answer =
    key === undefined
      ? await run(deps, { route, request, form, access, key })
      : await runOnce({ deps, keys }, { route, request, form, access, key, body });
  if (key !== undefined) reply.header('idempotency-key', key);
  if (answer.originalRequest !== undefined)
    reply.headers({ 'idempotent-replayed': 'true', 'original-request': answer.originalRequest });
  return reply.status(answer.status).send(access.publishable ? publicView(answer.body) : answer.body);
}

interface Incoming {
  route: Route;
  request: FastifyRequest;
  form: FormMap;
  access: Access;
  key: string | undefined;
}

const runOnce = (
  { deps, keys }: { deps: StripeDeps; keys: IdempotencyKeys },
  incoming: Incoming & { key: string; body: string },
): Promise<Answer> => {
  const { key, body, access, request } = incoming;
  const keyed = { account: access.account, key, method: request.method, path: pathOf(request), body };
  return keys.once(keyed, (record) => run(deps, incoming, (answer) => record({ ...answer, requestId: request.id })));
};

async function run(
  deps: StripeDeps,
  incoming: Incoming,
  record?: Parameters<typeof perform<Answer>>[3],
): Promise<Answer> {
  const { route, request, access } = incoming;
  // Taken apart again for every try: handlers and expansion take fields out.
  const form = Object.assign(emptyMap(), incoming.form);
  const paths = takeExpand(form);
  const { id = '', inner = '' } = request.params as { id?: string; inner?: string };
  const origin = { account: access.account, request: { id: request.id, idempotency_key: incoming.key ?? null } };
  return perform(
    deps,
    origin,
    async (work): Promise<Answer> => {
      try {
        const call = {
          work,
          database: deps.database,
          id,
          inner,
          path: pathOf(request),
          publishable: access.publishable,
        };
        const answer = await expand(work, await route.run(call, form), paths);
        asOf(answer, work.now);
        return { status: 200, body: answer };
      } catch (error) {
        // A declined card is an outcome: its charge and events are committed, and the key replays it.
        if (error instanceof StripeError && error.isOutcome) return { status: error.status, body: error.toJSON() };
        throw error;
      }
    },
    record,
  );
}

function formOf(request: FastifyRequest, body: string): FormMap {
  const query = request.raw.url?.split('?')[1] ?? '';
  return parseForm([query, body].filter((part) => part !== '').join('&'));
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  if (key.length <= KEY_MAX_CHARACTERS) return key;
  throw new StripeError(400, {
    type: 'idempotency_error',
    message: `Idempotency keys can be at most ${KEY_MAX_CHARACTERS} characters.`,
  });
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

const sendError = (reply: FastifyReply, error: StripeError): FastifyReply =>
  reply.status(error.status).send(error.toJSON());

function refusalOf(error: unknown): StripeError {
  if (error instanceof StripeError) return error;
  if (error instanceof WorkConflict) {
    const message =
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.';
    return new StripeError(429, { type: 'invalid_request_error', code: 'lock_timeout', message });
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 500)
    return new StripeError(status, {
      type: 'invalid_request_error',
      message: error instanceof Error ? error.message : 'Invalid request.',
    });
  return new StripeError(500, { type: 'api_error', message: 'The Stripe sandbox failed; its log says why.' });
}
