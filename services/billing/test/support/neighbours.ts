import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { startStandIn } from '@consult/testing/stand-in';

/** Of a lot, what a test says; the rest is as of one that nobody has touched. */
interface Lot {
  remaining: number;
  added: number;
  revoked?: number;
  unlimited?: boolean;
  effectiveAt?: string;
  expiryDate?: string;
}
interface Revocation {
  transactionId: string;
  amountMinor: number;
  allUnused: boolean;
  credits: number;
}

/** Stands in for catalog, credits and identity: real gRPC, with what a test has put there. */
export interface Neighbours {
  urls: { CATALOG_GRPC_URL: string; CREDITS_GRPC_URL: string; IDENTITY_GRPC_URL: string };
  /** By `tenantId/packageId`. */
  packages: Map<string, PackageSnapshot>;
  /** By `tenantId/clientId`; everybody else is `new`. */
  returning: Set<string>;
  /** What is left of the lot of a payment, by `tenantId/transactionId`; nothing is known of others. */
  lots: Map<string, Lot>;
  /** What refunds took of lots, by refund id. */
  revocations: Map<string, Revocation>;
  /** Stripe account and rules by tenantId. */
  tenants: Map<string, { stripeAccountId: string; policies: Policies }>;
  close(): Promise<void>;
}

export async function startNeighbours(options: { callTokenSecret: string; logger: Logger }): Promise<Neighbours> {
  const packages: Neighbours['packages'] = new Map();
  const returning: Neighbours['returning'] = new Set();
  const lots: Neighbours['lots'] = new Map();
  const revocations: Neighbours['revocations'] = new Map();
  const tenants: Neighbours['tenants'] = new Map();
  const [catalog, credits, identity] = await Promise.all([
    startStandIn('catalog', options, catalogHandlers(packages)),
    startStandIn('credits', options, creditsHandlers({ returning, lots, revocations })),
    startStandIn('identity', options, identityHandlers(tenants)),
  ]);
  return {
    urls: { CATALOG_GRPC_URL: catalog.url, CREDITS_GRPC_URL: credits.url, IDENTITY_GRPC_URL: identity.url },
    packages,
    returning,
    lots,
    revocations,
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

function creditsHandlers({
  returning,
  lots,
  revocations,
}: Pick<Neighbours, 'returning' | 'lots' | 'revocations'>): Partial<Handlers<'credits'>> {
  return {
    async getStanding({ tenantId }, { clientId }) {
      return { clientType: returning.has(`${tenantId}/${clientId}`) ? 'returning' : 'new' };
    },
    async getLot({ tenantId }, { transactionId }) {
      return lots.get(`${tenantId}/${transactionId}`) ?? refuse('not_found');
    },
    async revoke({ tenantId }, { transactionId, refundId, amountMinor, allUnused }) {
      const key = `${tenantId}/${transactionId}`;
      const earlier = revocations.get(refundId);
      if (earlier !== undefined) return { lotId: key, credits: earlier.credits };
      const lot = lots.get(key);
      const credits = allUnused ? (lot?.remaining ?? 0) : Math.min(1, lot?.remaining ?? 0);
      if (lot !== undefined)
        lots.set(key, { ...lot, remaining: lot.remaining - credits, revoked: (lot.revoked ?? 0) + credits });
      revocations.set(refundId, { transactionId, amountMinor, allUnused, credits });
      return { lotId: key, credits };
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
