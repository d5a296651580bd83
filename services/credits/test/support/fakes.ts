import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { loadService, type ServiceName } from '@consult/contracts/grpc/load';
import { refuse } from '@consult/runtime/errors';
import { createGrpcServer, type GrpcServer, type Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';

export interface Fakes {
  identityUrl: string;
  schedulingUrl: string;
  /** What scheduling answers to a fence, by booking; without an entry: absent. `away`: no answer. */
  bookings: Map<string, 'standing' | 'completed' | 'released' | 'used' | 'away'>;
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
  const identity = createGrpcServer({
    service: 'identity',
    ...options,
    handlers: withDefaults('identity', {
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
    }),
  });
  const scheduling = createGrpcServer({
    service: 'scheduling',
    ...options,
    handlers: withDefaults('scheduling', {
      fence: async ({ service }, { bookingId, revision }) => {
        if (service !== 'credits') return refuse('forbidden');
        fences.push(bookingId);
        const state = bookings.get(bookingId) ?? 'absent';
        if (state === 'away') return refuse('dependency_unavailable');
        return { state, revision };
      },
    }),
  });
  return {
    identityUrl: await urlOf(identity),
    schedulingUrl: await urlOf(scheduling),
    bookings,
    fences,
    users,
    async close() {
      await Promise.all([identity.close(), scheduling.close()]);
    },
  };
}

async function urlOf(server: GrpcServer): Promise<string> {
  return `127.0.0.1:${await server.listen({ host: '127.0.0.1', port: 0 })}`;
}

/** Methods a test does not need refuse, so that nothing is answered by accident. */
function withDefaults<N extends ServiceName>(service: N, some: Partial<Handlers<N>>): Handlers<N> {
  const names = Object.keys(loadService(service)).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const refusing = Object.fromEntries(names.map((name) => [name, async () => refuse('not_built')]));
  return { ...refusing, ...some } as Handlers<N>;
}
