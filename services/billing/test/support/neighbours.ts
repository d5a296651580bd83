import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { startStandIn } from '@consult/testing/stand-in';

/** Stands in for catalog, credits and identity: real gRPC, with what a test has put there. */
export interface Neighbours {
  urls: { CATALOG_GRPC_URL: string; CREDITS_GRPC_URL: string; IDENTITY_GRPC_URL: string };
  /** By `tenantId/packageId`. */
  packages: Map<string, PackageSnapshot>;
  /** By `tenantId/clientId`; everybody else is `new`. */
  returning: Set<string>;
  /** What is left of the lot of a payment, by `tenantId/transactionId`; nothing is known of others. */
  lots: Map<string, { remaining: number; added: number }>;
  /** Stripe account and rules by tenantId. */
  tenants: Map<string, { stripeAccountId: string; policies: Policies }>;
  close(): Promise<void>;
}

export async function startNeighbours(options: { callTokenSecret: string; logger: Logger }): Promise<Neighbours> {
  const packages: Neighbours['packages'] = new Map();
  const returning: Neighbours['returning'] = new Set();
  const lots: Neighbours['lots'] = new Map();
  const tenants: Neighbours['tenants'] = new Map();
  const [catalog, credits, identity] = await Promise.all([
    startStandIn('catalog', options, catalogHandlers(packages)),
    startStandIn('credits', options, creditsHandlers({ returning, lots })),
    startStandIn('identity', options, identityHandlers(tenants)),
  ]);
  return {
    urls: { CATALOG_GRPC_URL: catalog.url, CREDITS_GRPC_URL: credits.url, IDENTITY_GRPC_URL: identity.url },
    packages,
    returning,
    lots,
    tenants,
    close: async () => void (await Promise.all([catalog.close(), credits.close(), identity.close()])),
  };
}

function catalogHandlers(packages: Neighbours['packages']): Partial<Handlers<'catalog'>> {
  return {
    async getPackage({ tenantId }, { packageId }) {
      const found = packages.get(`${tenantId}/${packageId}`) ?? refuse('not_found');
      return { ...found, tenantId };
    },
  };
}

function creditsHandlers({ returning, lots }: Pick<Neighbours, 'returning' | 'lots'>): Partial<Handlers<'credits'>> {
  return {
    async getStanding({ tenantId }, { clientId }) {
      return { clientType: returning.has(`${tenantId}/${clientId}`) ? 'returning' : 'new' };
    },
    async getLot({ tenantId }, { transactionId }) {
      return lots.get(`${tenantId}/${transactionId}`) ?? refuse('not_found');
    },
  };
}

function identityHandlers(tenants: Neighbours['tenants']): Partial<Handlers<'identity'>> {
  return {
    async getTenant({ tenantId }) {
      // As identity does for a tenant without an account of its own.
      const { stripeAccountId, policies } = tenants.get(tenantId) ?? {
        stripeAccountId: 'acct_platform',
        policies: DEFAULT_POLICIES,
      };
      return { tenantId, slug: `t${tenantId}`, name: 'Test', stripeAccountId, currency: 'USD', policies, version: 1 };
    },
    async getUser({ tenantId }, { userId }) {
      return { userId, tenantId, name: `Client ${userId}`, email: `${userId}@example.test`, version: 1 };
    },
  };
}
