import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { AppError } from '@consult/runtime/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config.ts';

const WINDOW_MS = 60_000;
const CALLERS_MAX = 20_000;
/** Attempts a minute from one address at what people choose and others guess: sign-in, sign-up, codes. */
const GUESSES_PER_MINUTE = 30;
/** The sandbox lets load tests come from one address. */
const SANDBOX_LIMIT = 1_000_000;

/** Counts a request against its caller and tells what is left. Throws `rate_limited`. */
export type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * One limit per caller (user, else address) and minute in this process, and a closer one per address where passwords and codes
 * can be guessed; told in `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). It protects this process;
 * it decides nothing else.
 */
export async function createLimit(app: FastifyInstance, config: GatewayConfig): Promise<Limit> {
  const isSandbox = config.CONSULT_MODE === 'sandbox';
  const max = isSandbox ? SANDBOX_LIMIT : config.RATE_LIMIT_PER_MINUTE;
  const maxGuesses = isSandbox ? SANDBOX_LIMIT : Math.min(max, GUESSES_PER_MINUTE);
  await app.register(rateLimit, { global: false, max, timeWindow: WINDOW_MS, cache: CALLERS_MAX, keyGenerator: keyOf });
  const calls = { name: 'caller', max, count: app.createRateLimit() };
  const guesses = { name: 'guesses', max: maxGuesses, count: app.createRateLimit({ max: maxGuesses }) };
  return async (request, reply) => {
    const limit = request.routeOptions.config.guessable ? guesses : calls;
    const result = await limit.count(request);
    if (result.isAllowed) return;
    void reply.header('ratelimit', `"${limit.name}";r=${result.remaining};t=${result.ttlInSeconds}`);
    void reply.header('ratelimit-policy', `"${limit.name}";q=${limit.max};w=${WINDOW_MS / 1000}`);
    if (!result.isExceeded) return;
    void reply.header('retry-after', result.ttlInSeconds);
    throw new AppError('rate_limited', {});
  };
}

function keyOf(request: FastifyRequest): string {
  return request.identity ? `${request.identity.tenantId}:${request.identity.userId}` : normalizeIP(request.ip);
}
