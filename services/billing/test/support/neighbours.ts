import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { AppError } from '@consult/runtime/errors';
import { createGrpcServer, type GrpcServer, type Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';

/** Stands in for catalog, credits and identity: real gRPC, with what a test has put there. */
export interface Neighbours {
  urls: { CATALOG_GRPC_URL: string; CREDITS_GRPC_URL: string; IDENTITY_GRPC_URL: string };
  /** By `tenantId/packageId`. */
  packages: Map<string, PackageSnapshot>;
  /** By `tenantId/clientId`; everybody else is `new`. */
  returning: Set<string>;
  /** Stripe account and rules by tenantId. */
  tenants: Map<string, { stripeAccountId: string; policies: Policies }>;
  close(): Promise<void>;
}

const notBuilt = async () => {
  throw new AppError('not_built');
};

export async function startNeighbours(options: { callTokenSecret: string; logger: Logger }): Promise<Neighbours> {
  const packages: Neighbours['packages'] = new Map();
  const returning: Neighbours['returning'] = new Set();
  const tenants: Neighbours['tenants'] = new Map();
  const servers = [
    createGrpcServer({ ...options, service: 'catalog', handlers: catalogHandlers(packages) }),
    createGrpcServer({ ...options, service: 'credits', handlers: creditsHandlers(returning) }),
    createGrpcServer({ ...options, service: 'identity', handlers: identityHandlers(tenants) }),
  ];
  const [catalog, credits, identity] = await Promise.all(servers.map(listen));
  return {
    urls: { CATALOG_GRPC_URL: `${catalog}`, CREDITS_GRPC_URL: `${credits}`, IDENTITY_GRPC_URL: `${identity}` },
    packages,
    returning,
    tenants,
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}

async function listen(server: GrpcServer): Promise<string> {
  return `127.0.0.1:${await server.listen({ host: '127.0.0.1', port: 0 })}`;
}

function catalogHandlers(packages: Neighbours['packages']): Handlers<'catalog'> {
  return {
    createPackage: notBuilt,
    updatePackage: notBuilt,
    setPackageStatus: notBuilt,
    listActivePackages: notBuilt,
    listPackages: notBuilt,
    listPackageVersions: notBuilt,
    async getPackage({ tenantId }, { packageId }) {
      const found = packages.get(`${tenantId}/${packageId}`);
      if (found === undefined) throw new AppError('not_found');
      return { ...found, tenantId };
    },
  };
}

function creditsHandlers(returning: Neighbours['returning']): Handlers<'credits'> {
  return {
    getBalance: notBuilt,
    checkAvailability: notBuilt,
    reserve: notBuilt,
    release: notBuilt,
    listLedger: notBuilt,
    async getStanding({ tenantId }, { clientId }) {
      return { clientType: returning.has(`${tenantId}/${clientId}`) ? 'returning' : 'new' };
    },
  };
}

function identityHandlers(tenants: Neighbours['tenants']): Handlers<'identity'> {
  return {
    createTenant: notBuilt,
    listTenants: notBuilt,
    updateTenant: notBuilt,
    register: notBuilt,
    signIn: notBuilt,
    refresh: notBuilt,
    signOut: notBuilt,
    updateUser: notBuilt,
    listUsers: notBuilt,
    inviteUser: notBuilt,
    requestPasswordReset: notBuilt,
    resetPassword: notBuilt,
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
