import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid, StripeError } from '../errors.ts';
import { API_VERSION } from '../events.ts';
import { faultError } from '../faults.ts';
import { emptyMap, parseForm, type FormMap } from '../form.ts';
import type { Answer, IdempotencyKeys } from '../idempotency.ts';
import { perform, type StripeDeps } from '../perform.ts';
import { accessOf, secretKeyRequired, type Access } from './access.ts';
import { asOf } from './as-of.ts';
import { expand, takeExpand } from './expand.ts';
import { publicView } from './public-view.ts';
import type { Route } from './route.ts';
import { linger, staySilent } from './silence.ts';

const KEY_MAX_CHARACTERS = 255;

/** Answers one call to the API, or lets it go wrong where a test has planned so. */
export async function handle(
  { deps, keys }: { deps: StripeDeps; keys: IdempotencyKeys },
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const fault = deps.faults.take(request.method, pathOf(request));
  if (fault === undefined) {
    const { status, body } = await answer({ deps, keys }, route, request, reply);
    return reply.status(status).send(body);
  }
  const { when = 'before', answer: outcome = 'error', delayMs = 0 } = fault;
  // A fault after the work has the whole call done first, as its answer is lost on the way.
  const answered =
    when === 'after' || outcome === 'late' ? await answer({ deps, keys }, route, request, reply) : undefined;
  await linger(reply, delayMs);
  if (outcome === 'nothing') return staySilent(reply);
  if (outcome === 'error' || answered === undefined) throw faultError(fault);
  return reply.status(answered.status).send(answered.body);
}

/** The answer to a call; idempotency headers are set on the way. */
async function answer(
  { deps, keys }: { deps: StripeDeps; keys: IdempotencyKeys },
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Pick<Answer, 'status' | 'body'>> {
  assertVersion(request);
  const body = typeof request.body === 'string' ? request.body : '';
  const form = formOf(request, body);
  const access = await accessOf(deps.database, request.headers, form);
  if (access.publishable && !route.publishable) throw secretKeyRequired();
  const key = request.method === 'POST' ? keyOf(request) : undefined;
  const given =
    key === undefined
      ? await run(deps, { route, request, form, access, key })
      : await runOnce({ deps, keys }, { route, request, form, access, key, body });
  if (key !== undefined) reply.header('idempotency-key', key);
  if (given.originalRequest !== undefined)
    reply.headers({ 'idempotent-replayed': 'true', 'original-request': given.originalRequest });
  return { status: given.status, body: access.publishable ? publicView(given.body) : given.body };
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

/** One version of the API is spoken here: the one the SDK is pinned to. Who names none gets it too. */
function assertVersion({ headers }: FastifyRequest): void {
  const version = headers['stripe-version'];
  if (version === undefined || version === API_VERSION) return;
  throw invalid(`Invalid Stripe API version: ${String(version)}. The sandbox speaks ${API_VERSION} only.`);
}

/** The address without its query. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';
