import { expect } from '@jest/globals';
import type { Envelope, EventDefinition } from '@consult/contracts/envelope';
import { connectBroker } from '@consult/messaging/broker';
import { newEvent } from '@consult/messaging/event';
import { type App } from '@consult/runtime/app';
import type { Caller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { newId } from '@consult/runtime/ids';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import type { Static, TSchema } from 'typebox';
import { createApp } from '../../src/app.ts';
import { verifyAccounts } from '../../src/operations/verify-accounts.ts';
import { type Accounts, accountsOn } from '../../src/store/account-document.ts';
import { type Archive, archiveOn } from '../../src/store/archived-lots.ts';
import { type Ledger, ledgerOn } from '../../src/store/ledger.ts';
import { type Tenants, tenantsOn } from '../../src/store/tenants.ts';
import { START } from './bench.ts';
import { type Fakes, startFakes } from './fakes.ts';

const DEADLINE_MS = 20_000;
export const TENANT = '100001';

/** Two replicas of credits on a database and queues of their own, with their neighbours played by the test. */
export interface Stack {
  fakes: Fakes;
  clock: ReturnType<typeof fixedClock>;
  /** Both replicas as another service sees them, taken in turn. */
  from(service: string): GrpcClient<'credits'>;
  accounts: Accounts;
  ledger: Ledger;
  archive: Archive;
  tenants: Tenants;
  /** Publishes an event as its owner would; answers its id. The same id again is the same message again. */
  publish<T extends TSchema>(
    definition: EventDefinition<T>,
    data: Static<T>,
    options?: { id?: string; tenantId?: string; version?: number },
  ): Promise<string>;
  /** Waits until everything published to it has been dealt with, and everything of its own is out. */
  worked(): Promise<void>;
  /** What credits publishes from now on, in the order it arrives. */
  heard(): Promise<Envelope[]>;
  stop(): Promise<void>;
}

export async function startStack(): Promise<Stack> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const { CALL_TOKEN_SECRET: callTokenSecret } = config;
  const logger = createLogger({ service: 'credits', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const clock = fixedClock(START);
  const fakes = await startFakes({ callTokenSecret, logger });
  const apps: App[] = [];
  for (let replica = 0; replica < 2; replica += 1) {
    const app = await createApp(
      { ...config, IDENTITY_GRPC_URL: fakes.identityUrl, SCHEDULING_GRPC_URL: fakes.schedulingUrl },
      { logger, clock },
    );
    await app.start();
    apps.push(app);
  }
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_credits` });
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'billing', logger });
  const clients = apps.map(({ grpcPort }) => ({ url: `127.0.0.1:${grpcPort}`, callTokenSecret }));
  const open: GrpcClient<'credits'>[] = [];

  return {
    fakes,
    clock,
    from(service) {
      const replicas = clients.map((one) =>
        createGrpcClient('credits', { ...one, from: service, deadlineMs: DEADLINE_MS }),
      );
      open.push(...replicas);
      return inTurns(replicas);
    },
    accounts: accountsOn(connection),
    ledger: ledgerOn(connection),
    archive: archiveOn(connection),
    tenants: tenantsOn(connection),
    async publish(definition, data, { id = newId(), tenantId = TENANT, version = 1 } = {}) {
      const fields = { tenantId, subject: 'subject', version, time: clock.now(), data, id };
      await publishEvent(broker, newEvent(definition, fields));
      return id;
    },
    worked: () =>
      eventually(async () => {
        for (const app of apps) expect(await app.idle()).toMatchObject({ idle: true });
      }),
    heard: () => listenForEvents(broker, 'credits.#'),
    async stop() {
      for (const client of open) client.close();
      await Promise.all(apps.map((app) => app.stop()));
      await fakes.close();
      await broker.close();
      await connection.close();
      await dropNamespace(namespace);
    },
  };
}

/** One client that takes the replicas in turn, call by call. */
function inTurns(replicas: GrpcClient<'credits'>[]): GrpcClient<'credits'> {
  let calls = 0;
  const next = () => {
    const replica = replicas[calls % replicas.length];
    calls += 1;
    if (replica === undefined) throw new Error('there is no replica');
    return replica;
  };
  return {
    getBalance: (caller, request) => next().getBalance(caller, request),
    checkAvailability: (caller, request) => next().checkAvailability(caller, request),
    reserve: (caller, request) => next().reserve(caller, request),
    release: (caller, request) => next().release(caller, request),
    listLedger: (caller, request) => next().listLedger(caller, request),
    getStanding: (caller, request) => next().getStanding(caller, request),
    reverseUse: (caller, request) => next().reverseUse(caller, request),
    getLot: (caller, request) => next().getLot(caller, request),
    revoke: (caller, request) => next().revoke(caller, request),
    grantByHand: (caller, request) => next().grantByHand(caller, request),
    adjust: (caller, request) => next().adjust(caller, request),
    voidLot: (caller, request) => next().voidLot(caller, request),
    extendLot: (caller, request) => next().extendLot(caller, request),
    listBoughtLots: (caller, request) => next().listBoughtLots(caller, request),
    getBookingStates: (caller, request) => next().getBookingStates(caller, request),
    listOpenHolds: (caller, request) => next().listOpenHolds(caller, request),
    settleBooking: (caller, request) => next().settleBooking(caller, request),
    reportRevenue: (caller, request) => next().reportRevenue(caller, request),
    verifyAccounts: (caller, request) => next().verifyAccounts(caller, request),
    close: () => {
      for (const replica of replicas) replica.close();
    },
  };
}

/** A client of the tenant. */
export function client(userId: string, tenantId = TENANT): Caller {
  return testCaller({ tenantId, userId });
}

/** An admin of the tenant. */
export function admin(userId = 'root', tenantId = TENANT): Caller {
  return testCaller({ tenantId, userId, roles: ['admin'] });
}

/** Balances rebuilt from the ledger and the movements on their way there agree with the accounts. */
export async function differencesOf(stack: Stack) {
  return (await verifyAccounts(stack)).findings;
}
