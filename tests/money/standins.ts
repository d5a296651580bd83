import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { startStandIn } from '@consult/testing/stand-in';

/** A session that stands, or took place, as scheduling would have it. */
interface Booking {
  tenantId: string;
  clientId: string;
  state: 'standing' | 'completed';
  method: string;
  credits: number;
}

/** Stands in for those whose part in the money is only what they know: catalog, identity and scheduling. Real gRPC. */
export interface StandIns {
  urls: { CATALOG_GRPC_URL: string; IDENTITY_GRPC_URL: string; SCHEDULING_GRPC_URL: string };
  /** By `tenantId/packageId`. */
  packages: Map<string, PackageSnapshot>;
  /** By tenantId. */
  tenants: Map<string, { stripeAccountId: string; policies: Partial<Policies> }>;
  /** By booking id. */
  bookings: Map<string, Booking>;
  close(): Promise<void>;
}

export async function startStandIns(options: { callTokenSecret: string; logger: Logger }): Promise<StandIns> {
  const packages: StandIns['packages'] = new Map();
  const tenants: StandIns['tenants'] = new Map();
  const bookings: StandIns['bookings'] = new Map();
  const [catalog, identity, scheduling] = await Promise.all([
    startStandIn('catalog', options, {
      async getPackage({ tenantId }, { packageId }) {
        return { ...(packages.get(`${tenantId}/${packageId}`) ?? refuse('not_found')), tenantId };
      },
    }),
    startStandIn('identity', options, identityHandlers(tenants)),
    startStandIn('scheduling', options, schedulingHandlers(bookings)),
  ]);
  return {
    urls: { CATALOG_GRPC_URL: catalog.url, IDENTITY_GRPC_URL: identity.url, SCHEDULING_GRPC_URL: scheduling.url },
    packages,
    tenants,
    bookings,
    close: async () => void (await Promise.all([catalog.close(), identity.close(), scheduling.close()])),
  };
}

function identityHandlers(tenants: StandIns['tenants']): Partial<Handlers<'identity'>> {
  return {
    async getTenant({ tenantId }) {
      const { stripeAccountId, policies } = tenants.get(tenantId) ?? refuse('not_found');
      const rules = { ...DEFAULT_POLICIES, ...policies };
      const tenant = { tenantId, slug: `t${tenantId}`, name: 'Test', stripeAccountId, currency: 'USD', version: 1 };
      return { ...tenant, policies: rules };
    },
    async getUser({ tenantId }, { userId }) {
      const names = { name: `Client ${userId}`, email: `${userId}@example.test` };
      return { userId, tenantId, ...names, roles: ['client'], createdAt: '2025-01-01T00:00:00.000Z', version: 1 };
    },
  };
}

function schedulingHandlers(bookings: StandIns['bookings']): Partial<Handlers<'scheduling'>> {
  const shown = ([bookingId, { tenantId, ...booking }]: [string, Booking]) => ({
    bookingId,
    consultationId: `CONS-${tenantId}-${bookingId}`,
    revision: 1,
    ...booking,
  });
  const of = (tenantId: string) => [...bookings].filter(([, booking]) => booking.tenantId === tenantId);
  return {
    async fence(_caller, { bookingId, revision }) {
      return { state: bookings.get(bookingId)?.state ?? 'absent', revision };
    },
    async listBookings({ tenantId }) {
      return { bookings: of(tenantId).map(shown), nextCursor: '' };
    },
    async getBookings({ tenantId }, { bookingIds }) {
      return {
        bookings: of(tenantId)
          .filter(([bookingId]) => bookingIds.includes(bookingId))
          .map(shown),
      };
    },
  };
}
