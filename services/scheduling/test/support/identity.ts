import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { AppError } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import type { Role } from '@consult/runtime/caller';
import { type StandIn, startStandIn } from '@consult/testing/stand-in';

interface User {
  name: string;
  roles: Role[];
  version: number;
}

/** Stands in for identity: real gRPC, the people and tenants a test names. */
export interface IdentityStandIn extends StandIn {
  /** By `tenantId/userId`. */
  users: Map<string, User>;
  /** By tenantId. */
  policies: Map<string, Policies>;
  asked: string[];
}

export async function startIdentity(options: { callTokenSecret: string; logger: Logger }): Promise<IdentityStandIn> {
  const server = await startStandIn('identity', options, {
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
  });
  const standIn: IdentityStandIn = {
    ...server,
    users: new Map(),
    policies: new Map(),
    asked: [],
  };
  return standIn;
}
