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
  paidMinor?: number;
  revoked?: number;
  rolledRemaining?: number;
  rolledRevoked?: number;
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

/** What scheduling and credits know of a booking. */
interface Booking {
  tenantId: string;
  clientId: string;
  /** As scheduling has it; absent: it knows of none. */
  session?: string;
  /** As credits has it. */
  credits: string;
}

/** Stands in for catalog, credits, identity and scheduling: real gRPC, with what a test has put there. */
export interface Neighbours {
  urls: { CATALOG_GRPC_URL: string; CREDITS_GRPC_URL: string; IDENTITY_GRPC_URL: string; SCHEDULING_GRPC_URL: string };
  /** By `tenantId/packageId`. */
  packages: Map<string, PackageSnapshot>;
  /** By `tenantId/clientId`; everybody else is `new`. */
  returning: Set<string>;
  /** What is left of the lot of a payment, by `tenantId/transactionId`; nothing is known of others. */
  lots: Map<string, Lot>;
  /** What refunds took of lots, by refund id. */
  revocations: Map<string, Revocation>;
  /** By booking id. */
  bookings: Map<string, Booking>;
  /** Bookings that credits was told to settle. */
  settled: string[];
  /** What happens between the first look at the bookings and the second. */
  meanwhile: { happens: () => void };
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
  const bookings: Neighbours['bookings'] = new Map();
  const settled: Neighbours['settled'] = [];
  const meanwhile: Neighbours['meanwhile'] = { happens: () => {} };
  const [catalog, credits, identity, scheduling] = await Promise.all([
    startStandIn('catalog', options, catalogHandlers(packages)),
    startStandIn('credits', options, {
      ...creditsHandlers({ returning, lots, revocations }),
      ...bookingCreditsHandlers({ bookings, settled }),
    }),
    startStandIn('identity', options, identityHandlers(tenants)),
    startStandIn('scheduling', options, schedulingHandlers({ bookings, meanwhile })),
  ]);
  return {
    urls: {
      CATALOG_GRPC_URL: catalog.url,
      CREDITS_GRPC_URL: credits.url,
      IDENTITY_GRPC_URL: identity.url,
      SCHEDULING_GRPC_URL: scheduling.url,
    },
    packages,
    returning,
    lots,
    revocations,
    bookings,
    settled,
    meanwhile,
    tenants,
    close: async () =>
      void (await Promise.all([catalog, credits, identity, scheduling].map((standIn) => standIn.close()))),
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

/** Credits does what scheduling says of a booking. */
const SETTLES: Record<string, string> = { standing: 'held', completed: 'used', used: 'used', released: 'released' };

function bookingCreditsHandlers({
  bookings,
  settled,
}: Pick<Neighbours, 'bookings' | 'settled'>): Partial<Handlers<'credits'>> {
  const of = (tenantId: string) => [...bookings].filter(([, booking]) => booking.tenantId === tenantId);
  return {
    async listBoughtLots() {
      return { lots: [], nextCursor: '' };
    },
    async getBookingStates({ tenantId }, { bookings: asked }) {
      const known = new Map(of(tenantId));
      return {
        bookings: asked.map((ref) => ({ ...ref, state: known.get(ref.bookingId)?.credits ?? 'nothing', credits: 1 })),
      };
    },
    async listOpenHolds({ tenantId }) {
      const open = of(tenantId).filter(([, { credits }]) => credits === 'held' || credits === 'reserved');
      const holds = open.map(([bookingId, { clientId, credits: state }]) => ({
        bookingId,
        clientId,
        state,
        revision: 1,
        credits: 1,
      }));
      return { holds, nextCursor: '' };
    },
    async settleBooking(_caller, ref) {
      settled.push(ref.bookingId);
      const booking = bookings.get(ref.bookingId) ?? refuse('not_found');
      bookings.set(ref.bookingId, { ...booking, credits: SETTLES[booking.session ?? 'released'] ?? 'released' });
      return { ...ref, state: 'released', credits: 1 };
    },
  };
}

function schedulingHandlers({
  bookings,
  meanwhile,
}: Pick<Neighbours, 'bookings' | 'meanwhile'>): Partial<Handlers<'scheduling'>> {
  const shown = (tenantId: string) =>
    [...bookings].flatMap(([bookingId, { clientId, session: state, ...booking }]) =>
      state === undefined || booking.tenantId !== tenantId
        ? []
        : [
            {
              bookingId,
              clientId,
              state,
              consultationId: `CONS-${bookingId}`,
              revision: 1,
              method: 'credits',
              credits: 1,
            },
          ],
    );
  return {
    listBookings: async ({ tenantId }) => ({ bookings: shown(tenantId), nextCursor: '' }),
    async getBookings({ tenantId }, { bookingIds }) {
      meanwhile.happens();
      return { bookings: shown(tenantId).filter(({ bookingId }) => bookingIds.includes(bookingId)) };
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
