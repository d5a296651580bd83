import type { Role } from '@consult/runtime/caller';
import { AppError, isAppError } from '@consult/runtime/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { VerifyToken } from './auth.ts';
import type { Limit } from './limits.ts';

/** Session cookie of same-origin pages: HttpOnly, Secure, SameSite=Lax. */
export const SESSION_COOKIE = 'consult_session';
/** The documentation page brings routes of its own, which cannot name roles. */
export const DOCS_PREFIX = '/docs';

/**
 * Every route names its roles or says `public: true`, or the gateway refuses to boot; every request is judged before its
 * body is read: who calls, how often, and whether they may.
 */
export function installAccess(app: FastifyInstance, verify: VerifyToken, limit: Limit): void {
  app.decorateRequest('identity', undefined);

  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(DOCS_PREFIX)) route.config = { ...route.config, public: true, tokens: 'ignored' };
    const { config } = route;
    if (config?.public === true) return;
    if (config?.roles === undefined || config.roles.length === 0)
      throw new Error(`${String(route.method)} ${route.url} names neither roles nor public: true`);
    route.config = { ...config, roles: withAdmin(config.roles) };
  });

  app.addHook('onRequest', async (request, reply) => {
    const refused = await identify(request, verify);
    await limit(request, reply);
    if (refused) throw refused;
    if (request.is404 || request.routeOptions.config.public) return;
    if (!request.identity) throw new AppError('unauthenticated', {});
    const needs = request.routeOptions.config.roles ?? [];
    if (!request.identity.roles.some((role) => needs.includes(role))) throw new AppError('forbidden', { needs });
  });
}

/** An admin may do what the others of the tenant may (API); an operator is of no tenant. */
function withAdmin(roles: readonly Role[]): readonly Role[] {
  return roles.includes('operator') || roles.includes('admin') ? roles : [...roles, 'admin'];
}

/** Finds out who calls. A refusal is answered rather than thrown, so that bad tokens count against the limit too. */
async function identify(request: FastifyRequest, verify: VerifyToken): Promise<AppError | undefined> {
  if (request.is404 || request.routeOptions.config.tokens === 'ignored') return undefined;
  try {
    const bearer = bearerToken(request);
    const token = bearer ?? cookieToken(request);
    if (token === undefined) return undefined;
    request.identity = await verify(token).catch((error: unknown) => {
      // Browsers send a stale cookie along for ever; it is the same as none.
      if (bearer === undefined && isAppError(error, 'unauthenticated')) return undefined;
      throw error;
    });
    return undefined;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

function bearerToken(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header);
  if (!match) throw new AppError('unauthenticated', {});
  return match[1];
}

/** The cookie counts only for reads and for JSON requests from our own origin: a foreign page cannot spend it. */
function cookieToken(request: FastifyRequest): string | undefined {
  const match = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '');
  if (!match?.[1]) return undefined;
  if (request.method === 'GET' || request.method === 'HEAD') return match[1];
  const type = request.headers['content-type'];
  if (type !== undefined && !type.startsWith('application/json')) return undefined;
  return request.headers.origin === `${request.protocol}://${request.host}` ? match[1] : undefined;
}
