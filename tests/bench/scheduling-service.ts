import type { App } from '@consult/runtime/app';
import { type Caller, systemCaller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { derivedId } from '@consult/runtime/ids';
import { createLogger } from '@consult/runtime/logger';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { reserveCredits } from '../../services/credits/src/operations/reserve-credits.ts';
import { createService } from '../../services/scheduling/src/app.ts';
import { emptyAvailability } from '../../services/scheduling/src/domain/availability.ts';
import { type Consultant, NO_FIGURES } from '../../services/scheduling/src/domain/consultant.ts';
import { book } from '../../services/scheduling/src/operations/book.ts';
import type { BookingPlan } from '../../services/scheduling/src/operations/booking-plan.ts';
import type { Deps } from '../../services/scheduling/src/operations/deps.ts';
import { placeBooking } from '../../services/scheduling/src/operations/place-booking.ts';
import { insertConsultant } from '../../services/scheduling/src/store/consultants.ts';
import { type CreditsService, TENANT } from './credits-service.ts';
import { type PausableRelay, pausable } from './pausable-relay.ts';

const START = '2025-01-01T09:00:00.000Z';
/** The first bookable hour, in epoch minutes. */
const FIRST_MINUTE = Date.parse('2025-01-02T00:00:00.000Z') / 60_000;
const HOUR_MINUTES = 60;
const SETTLED_WITHIN_MS = 60_000;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** An hour with a consultant that nobody has been given yet. */
export interface FreeHour {
  clientId: string;
  consultantId: string;
  /** Epoch minutes. */
  start: number;
}

/** The scheduling service as it runs, with credits' operation called in this process: no RPC in between. */
export interface SchedulingService {
  deps: Deps;
  consultants: readonly Consultant[];
  publishing: PausableRelay;
  /** Reserve, insert and publish: what is left of a booking once it is planned. */
  place(hour: FreeHour): Promise<void>;
  /** All of it: who, when, whether it is free, and then `place`. */
  book(hour: FreeHour): Promise<void>;
  /** Waits until everything is published. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startScheduling(
  namespace: string,
  credits: CreditsService,
  consultantIds: readonly string[],
): Promise<SchedulingService> {
  const nowhere = '127.0.0.1:1';
  const config = {
    ...testConfig({ namespace }),
    CREDITS_GRPC_URL: nowhere,
    IDENTITY_GRPC_URL: nowhere,
    RESERVATION_DEADLINE_SECONDS: 3_600,
  };
  const logger = createLogger({ service: 'scheduling', level: 'silent' });
  const service = await createService(config, { logger, clock: fixedClock(START) });
  const { app, deps: built }: { app: App; deps: Deps } = service;
  const publishing = pausable(built.relay);
  const direct = { ...built.credits, reserve: directReserve(credits) };
  const deps: Deps = { ...built, relay: publishing.relay, credits: direct };
  await app.start();
  const tenant = { _id: TENANT, tenantId: TENANT, timezone: 'UTC', policies: DEFAULT_POLICIES, version: 1 };
  await deps.tenants.create(tenant);
  const consultants = consultantIds.map(roundTheClock);
  const user = { version: 1, name: 'Consultant' };
  for (const consultant of consultants) await insertConsultant(deps.consultants, consultant, user);
  const byId = new Map(consultants.map((consultant) => [consultant._id, consultant]));
  let placed = 0;

  return {
    deps,
    consultants,
    publishing,
    async place(hour) {
      placed += 1;
      const consultant = byId.get(hour.consultantId);
      if (consultant === undefined) throw new Error(`no consultant ${hour.consultantId}`);
      const plan: BookingPlan = {
        booking: bookingOf(hour),
        clientId: hour.clientId,
        consultant,
        tenant,
        session: { start: hour.start, end: hour.start + HOUR_MINUTES },
        bookedBy: 'client',
      };
      const bookingId = derivedId('booking', TENANT, namespace, String(placed), '1');
      if ((await placeBooking(deps, clientOf(hour), plan, bookingId)) === 'fenced') throw new Error('fenced');
    },
    async book(hour) {
      placed += 1;
      await book(deps, clientOf(hour), { ...bookingOf(hour), requestId: `${namespace}-${placed}` });
    },
    settled: () =>
      eventually(
        async () => {
          const waiting = { tenantId: TENANT, 'outbox.0': { $exists: true } };
          const found = await deps.consultations.countDocuments(waiting);
          if (found > 0) throw new Error(`${found} consultations are not settled`);
        },
        { withinMs: SETTLED_WITHIN_MS },
      ),
    stop: () => app.stop(),
  };
}

/** Hands out hours: each once, in turn over consultants and clients, so that no client is in two places at once. */
export function freeHours(clients: readonly string[], consultants: readonly string[]): () => FreeHour {
  let next = 0;
  return () => {
    const turn = next;
    next += 1;
    return {
      clientId: clients[turn % clients.length] ?? '',
      consultantId: consultants[turn % consultants.length] ?? '',
      start: FIRST_MINUTE + Math.floor(turn / consultants.length) * HOUR_MINUTES,
    };
  };
}

function directReserve(credits: CreditsService): Deps['credits']['reserve'] {
  const scheduling = systemCaller(TENANT, 'scheduling');
  return async (_caller, request) => {
    const { bookingId = '', revision = 1, clientId = '', sessionType = '' } = request;
    const { durationMinutes = 0, deadlineSeconds = 0, maximumOpenBookings = 0, scheduledStart = '' } = request;
    const reservation = await reserveCredits(credits.deps, scheduling, {
      bookingId,
      revision,
      clientId,
      sessionType,
      durationMinutes,
      deadlineSeconds,
      maximumOpenBookings,
      predecessorRevision: 0,
      scheduledStart: new Date(scheduledStart),
    });
    const { payment, lot, availableAfter } = reservation;
    if (payment.method === 'free_trial' || lot === undefined) throw new Error('a trial has paid');
    const { lotId, transactionId, packageId, unitPriceMinor, currency } = lot;
    const { method, credits: taken } = payment;
    const paid = { method, credits: taken, lotId, transactionId, packageId, unitPriceMinor, currency };
    return { bookingId, revision, ...paid, availableAfter };
  };
}

function roundTheClock(consultantId: string): Consultant {
  const weekly = WEEKDAYS.map((weekday) => ({ weekday, hours: [{ from: '00:00', to: '24:00' }] }));
  return {
    _id: consultantId,
    tenantId: TENANT,
    name: 'Consultant',
    headline: '',
    expertise: [],
    languages: [],
    sessionTypes: [],
    timezone: 'UTC',
    photoUrl: '',
    active: true,
    roleLost: false,
    availability: { ...emptyAvailability('UTC'), weekly },
    figures: NO_FIGURES,
    version: 1,
  };
}

function bookingOf({ clientId, consultantId, start }: FreeHour): BookingPlan['booking'] {
  return {
    requestId: '',
    clientId,
    consultantId,
    details: { title: 'Benchmark', description: '', type: 'advisory', objectives: [], agenda: [] },
    scheduledStart: new Date(start * 60_000),
    durationMinutes: HOUR_MINUTES,
  };
}

function clientOf({ clientId }: FreeHour): Caller {
  return { tenantId: TENANT, userId: clientId, roles: ['client'], service: 'gateway', requestId: '' };
}
