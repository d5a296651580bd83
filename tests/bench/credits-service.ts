import { randomUUID } from 'node:crypto';
import type { App } from '@consult/runtime/app';
import { systemCaller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { derivedId } from '@consult/runtime/ids';
import { createLogger } from '@consult/runtime/logger';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import type { Connection } from 'mongoose';
import { createService } from '../../services/credits/src/app.ts';
import type { Deps } from '../../services/credits/src/operations/deps.ts';
import { grantCredits } from '../../services/credits/src/operations/grant-credits.ts';
import { registerClient } from '../../services/credits/src/operations/register-client.ts';
import { reserveCredits } from '../../services/credits/src/operations/reserve-credits.ts';
import { useCredits } from '../../services/credits/src/operations/settle-booking.ts';
import { startFakes } from '../../services/credits/test/support/fakes.ts';
import { inParallel } from '../support/parallel.ts';
import { paymentOf } from './credits-payment.ts';
import { type PausableRelay, pausable } from './pausable-relay.ts';

export const TENANT = '100001';
const START = '2025-01-01T09:00:00.000Z';
/** Nothing is fenced while a benchmark runs. */
const DEADLINE_SECONDS = 3_600;
const SETUP_LANES = 64;
const SETTLED_WITHIN_MS = 60_000;

/** The credits service as it runs, with its operations called in this process: relay, broker, flush and workers included. */
export interface CreditsService {
  deps: Deps;
  connection: Connection;
  /** Of what is called through `deps`; the service's own consumers publish what they do. */
  publishing: PausableRelay;
  register(clientId: string): Promise<void>;
  grant(clientId: string, credits: number): Promise<void>;
  /** Reserves one credit for a new booking. */
  reserve(clientId: string): Promise<string>;
  /** The booking's session took place. */
  use(clientId: string, bookingId: string): Promise<void>;
  /** Uses what `reserve` has reserved since the last time. */
  useAll(): Promise<void>;
  /** Waits until everything is published and in the ledger, and spent lots have left. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startCredits(namespace: string): Promise<CreditsService> {
  const config = testConfig({ namespace });
  const logger = createLogger({ service: 'credits', level: 'silent' });
  const fakes = await startFakes({ callTokenSecret: config.CALL_TOKEN_SECRET, logger });
  const urls = { IDENTITY_GRPC_URL: fakes.identityUrl, SCHEDULING_GRPC_URL: fakes.schedulingUrl };
  const service = await createService({ ...config, ...urls }, { logger, clock: fixedClock(START) });
  const { app, deps: built, connection }: { app: App; deps: Deps; connection: Connection } = service;
  const publishing = pausable(built.relay);
  const deps: Deps = { ...built, relay: publishing.relay };
  await app.start();
  const scheduling = systemCaller(TENANT, 'scheduling');
  let open: { clientId: string; bookingId: string }[] = [];

  async function use(clientId: string, bookingId: string): Promise<void> {
    const booking = { clientId, bookingId, revision: 1 };
    await useCredits(deps, scheduling, { ...booking, cause: 'completion', reason: '', consultation: true });
  }

  return {
    deps,
    connection,
    publishing,
    use,
    register: (clientId) =>
      registerClient(deps, systemCaller(TENANT, 'identity'), { clientId, registeredAt: new Date(START) }),
    async grant(clientId, credits) {
      await grantCredits(deps, systemCaller(TENANT, 'billing'), paymentOf(clientId, credits, START));
    },
    async reserve(clientId) {
      // As scheduling makes it of an idempotency key: an id that does not say when it was made.
      const bookingId = derivedId('booking', TENANT, clientId, randomUUID(), '1');
      await reserveCredits(deps, scheduling, {
        clientId,
        bookingId,
        revision: 1,
        predecessorRevision: 0,
        sessionType: 'advisory',
        durationMinutes: 60,
        scheduledStart: new Date('2025-01-11T09:00:00.000Z'),
        deadlineSeconds: DEADLINE_SECONDS,
        maximumOpenBookings: 0,
      });
      open.push({ clientId, bookingId });
      return bookingId;
    },
    async useAll() {
      const bookings = open;
      open = [];
      await inParallel(bookings, SETUP_LANES, ({ clientId, bookingId }) => use(clientId, bookingId));
    },
    settled: () =>
      eventually(
        async () => {
          const waiting = {
            tenantId: TENANT,
            $or: [
              { 'outbox.0': { $exists: true } },
              { 'pending.0': { $exists: true } },
              { archivable: { $exists: true } },
            ],
          };
          const found = await deps.accounts.countDocuments(waiting);
          if (found > 0) throw new Error(`${found} accounts are not settled`);
        },
        { withinMs: SETTLED_WITHIN_MS },
      ),
    async stop() {
      await app.stop();
      await fakes.close();
    },
  };
}
