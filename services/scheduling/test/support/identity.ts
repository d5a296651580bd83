import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { AppError } from '@consult/runtime/errors';
import { createGrpcServer, type Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import type { Role } from '@consult/runtime/caller';

interface User {
  name: string;
  roles: Role[];
  version: number;
}

/** Stands in for identity: real gRPC, the people and tenants a test names. */
export interface IdentityStandIn {
  port: number;
  /** By `tenantId/userId`. */
  users: Map<string, User>;
  /** By tenantId. */
  policies: Map<string, Policies>;
  asked: string[];
  close(): Promise<void>;
}

export async function startIdentity(options: { callTokenSecret: string; logger: Logger }): Promise<IdentityStandIn> {
  const notBuilt = async () => {
    throw new AppError('not_built');
  };
  const handlers: Handlers<'identity'> = {
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
    getTenant: async (_caller, { tenantId = '' }) => {
      standIn.asked.push(`tenant ${tenantId}`);
      const policies = standIn.policies.get(tenantId) ?? DEFAULT_POLICIES;
      return {
        tenantId,
        slug: `t${tenantId}`,
        name: 'Test',
        currency: 'USD',
        timezone: 'Europe/Berlin',
        policies,
        version: 1,
      };
    },
    getUser: async (caller, { userId }) => {
      standIn.asked.push(`user ${userId}`);
      const user = standIn.users.get(`${caller.tenantId}/${userId}`);
      if (user === undefined) throw new AppError('not_found', { userId });
      return { userId, tenantId: caller.tenantId, email: `${userId}@test`, timezone: 'UTC', ...user };
    },
  };
  const server = createGrpcServer({ ...options, service: 'identity', handlers });
  const standIn: IdentityStandIn = {
    port: await server.listen({ host: '127.0.0.1', port: 0 }),
    users: new Map(),
    policies: new Map(),
    asked: [],
    close: () => server.close(),
  };
  return standIn;
}
