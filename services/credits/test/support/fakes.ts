import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { refuse } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import { startStandIn } from '@consult/testing/stand-in';

type FenceState = 'absent' | 'standing' | 'completed' | 'released' | 'used' | 'away' | 'broken';

export interface Fakes {
  identityUrl: string;
  schedulingUrl: string;
  /** What scheduling answers to a fence, by booking; without an entry: absent. `away`: no answer; `broken`: a refusal. */
  bookings: Map<string, FenceState | { state: FenceState; revision: number }>;
  fences: string[];
  /** Users identity knows, with the instant of their registration; all of them clients. */
  users: Map<string, string>;
  close(): Promise<void>;
}

/** Identity and scheduling as credits needs them: real gRPC servers that say what a test tells them to. */
export async function startFakes(options: { callTokenSecret: string; logger: Logger }): Promise<Fakes> {
  const bookings: Fakes['bookings'] = new Map();
  const users: Fakes['users'] = new Map();
  const fences: string[] = [];
  const identity = await startStandIn('identity', options, {
    getTenant: async (_caller, request) => ({
      tenantId: request.tenantId ?? '',
      policies: { ...DEFAULT_POLICIES, maximumOpenBookings: 0 },
      version: 1,
    }),
    getUser: async ({ tenantId }, { userId }) => {
      const createdAt = users.get(userId);
      if (createdAt === undefined) return refuse('not_found', { userId });
      return { userId, tenantId, roles: ['client'], createdAt };
    },
  });
  const scheduling = await startStandIn('scheduling', options, {
    fence: async ({ service }, { bookingId, revision }) => {
      if (service !== 'credits') return refuse('forbidden');
      fences.push(bookingId);
      const told = bookings.get(bookingId) ?? 'absent';
      const answer = typeof told === 'string' ? { state: told, revision } : told;
      if (answer.state === 'away') return refuse('dependency_unavailable');
      if (answer.state === 'broken') return refuse('conflict');
      return answer;
    },
  });
  return {
    identityUrl: identity.url,
    schedulingUrl: scheduling.url,
    bookings,
    fences,
    users,
    async close() {
      await Promise.all([identity.close(), scheduling.close()]);
    },
  };
}
