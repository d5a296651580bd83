import type { Caller } from '@consult/runtime/caller';
import { AppError, isAppError } from '@consult/runtime/errors';
import type { FastifyRequest } from 'fastify';
import type { Clients } from '../clients.ts';
import { callerOf, publicCaller } from './caller.ts';

/** How long a slug's tenant is remembered; slugs never move, so only a new tenant's first minute matters. */
const TENANT_CACHE_MS = 30_000;
const TENANT_CACHE_MAX = 10_000;
const SLUG = /^[a-z0-9-]{1,63}$/;

export interface TenantLookup {
  /** Tenant id of a slug. Throws `not_found`. */
  bySlug(slug: string, requestId: string): Promise<string>;
  /**
   * Who calls a public route, within which tenant: the token's, else `X-Tenant`, else the host's first label, else the only
   * tenant there is. Throws `not_found`.
   */
  publicCallerOf(request: FastifyRequest): Promise<Caller>;
}

/** Finds tenants through identity, with a bounded, short-lived memory. `now` is technical time in milliseconds. */
export function createTenantLookup(clients: Pick<Clients, 'identity'>, now: () => number): TenantLookup {
  const known = new Map<string, { tenantId: string; until: number }>();

  /** An empty slug means: the only tenant there is. */
  async function find(slug: string, requestId: string): Promise<string> {
    const hit = known.get(slug);
    if (hit && hit.until > now()) return hit.tenantId;
    const tenant = await clients.identity.getTenant(publicCaller('', requestId), slug === '' ? {} : { slug });
    if (known.size >= TENANT_CACHE_MAX) known.clear();
    known.set(slug, { tenantId: tenant.tenantId, until: now() + TENANT_CACHE_MS });
    return tenant.tenantId;
  }

  async function theOnlyOne(requestId: string): Promise<string> {
    return find('', requestId).catch((error: unknown) => {
      if (isAppError(error, 'not_found'))
        throw new AppError('not_found', { detail: 'Which tenant? Send X-Tenant with its slug' });
      throw error;
    });
  }

  async function bySlug(slug: string, requestId: string): Promise<string> {
    if (!SLUG.test(slug)) throw new AppError('not_found', { detail: 'There is no such tenant' });
    return find(slug, requestId);
  }

  async function ofPublicRequest(request: FastifyRequest): Promise<string> {
    const header = request.headers['x-tenant'];
    if (typeof header === 'string' && header !== '') return bySlug(header.toLowerCase(), request.id);
    const label = hostLabel(request.hostname);
    if (label === undefined) return theOnlyOne(request.id);
    return bySlug(label, request.id).catch((error: unknown) => {
      if (isAppError(error, 'not_found')) return theOnlyOne(request.id);
      throw error;
    });
  }

  return {
    bySlug,
    async publicCallerOf(request) {
      const { identity } = request;
      if (identity && identity.tenantId !== '') return callerOf(request);
      return publicCaller(await ofPublicRequest(request), request.id);
    },
  };
}

/** `acme.example.com` → `acme`; addresses and single names have no tenant in them. */
function hostLabel(hostname: string): string | undefined {
  const host = hostname.toLowerCase().replace(/:\d+$/, '');
  const labels = host.split('.');
  if (labels.length < 3 || /^[\d.]+$/.test(host) || host.includes(':')) return undefined;
  return labels[0];
}
