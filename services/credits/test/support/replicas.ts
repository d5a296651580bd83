import { type Caller, systemCaller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { createLogger } from '@consult/runtime/logger';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { createService } from '../../src/app.ts';
import type { Deps } from '../../src/operations/deps.ts';
import { grantCredits } from '../../src/operations/grant-credits.ts';
import { reserveCredits } from '../../src/operations/reserve-credits.ts';
import { useCredits } from '../../src/operations/settle-booking.ts';
import { verifyAccounts } from '../../src/operations/verify-accounts.ts';
import { START } from './bench.ts';
import { packageOf, paymentOf, reserveRequest } from './events.ts';
import { startFakes } from './fakes.ts';
import { TENANT } from './service.ts';

const FLUSHED_WITHIN_MS = 20_000;
/** Nobody listens there. */
export const NO_BROKER = 'amqp://127.0.0.1:1';

/** One process of credits, called in this one; its workers run only when a test ticks them. */
export interface Replica {
  deps: Deps;
  grant(clientId: string, credits: number, transactionId?: string): ReturnType<typeof grantCredits>;
  /** Bookings are named within their client. */
  reserve(clientId: string, booking: string): ReturnType<typeof reserveCredits>;
  use(clientId: string, booking: string): ReturnType<typeof useCredits>;
  /** Ticks the flush until every movement is in the ledger. */
  flush(): Promise<void>;
}

export interface Replicas {
  /** Builds another process on the same database. */
  add(changes?: { AMQP_URL?: string }): Promise<Replica>;
  /** What the books say otherwise than the movements. */
  differences(): Promise<unknown[]>;
  stop(): Promise<void>;
}

export async function startReplicas(): Promise<Replicas> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const logger = createLogger({ service: 'credits', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const fakes = await startFakes({ callTokenSecret: config.CALL_TOKEN_SECRET, logger });
  const urls = { IDENTITY_GRPC_URL: fakes.identityUrl, SCHEDULING_GRPC_URL: fakes.schedulingUrl };
  const built: Awaited<ReturnType<typeof createService>>[] = [];
  return {
    async add(changes = {}) {
      const service = await createService({ ...config, ...urls, ...changes }, { logger, clock: fixedClock(START) });
      built.push(service);
      return replicaOf(service.deps);
    },
    async differences() {
      const [first] = built;
      if (first === undefined) throw new Error('there is no replica');
      return (await verifyAccounts(first.deps)).findings;
    },
    async stop() {
      for (const { app } of built) await app.stop();
      await fakes.close();
      await dropNamespace(namespace);
    },
  };
}

/** The id of a client's booking: no two clients have one in common. */
export const bookingOf = (clientId: string, booking: string): string => `${clientId}-${booking}`;

export const from = (service: string): Caller => systemCaller(TENANT, service);

function replicaOf(deps: Deps): Replica {
  return {
    deps,
    grant: (clientId, credits, transactionId = `TXN-${clientId}`) =>
      grantCredits(
        deps,
        from('billing'),
        paymentOf(clientId, transactionId, { package: packageOf({ total: credits }) }),
      ),
    reserve: (clientId, booking) => {
      const request = reserveRequest(clientId, bookingOf(clientId, booking));
      const session = {
        ...request,
        sessionType: 'advisory' as const,
        scheduledStart: new Date(request.scheduledStart),
      };
      return reserveCredits(deps, from('scheduling'), session);
    },
    use: (clientId, name) => {
      const booking = { clientId, bookingId: bookingOf(clientId, name), revision: 1, cause: 'completion', reason: '' };
      return useCredits(deps, from('scheduling'), { ...booking, consultation: true });
    },
    flush: () =>
      eventually(
        async () => {
          // A tick leaves alone what has only just been recorded.
          await deps.flush.worker.tick();
          const waiting = await deps.accounts.countDocuments({ tenantId: TENANT, 'pending.0': { $exists: true } });
          if (waiting > 0) throw new Error(`${waiting} accounts are not flushed`);
        },
        { withinMs: FLUSHED_WITHIN_MS },
      ),
  };
}
