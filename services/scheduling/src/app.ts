import { connectBroker } from '@consult/messaging/broker';
import { createConsumer } from '@consult/messaging/consumer';
import { idleOf } from '@consult/messaging/idle';
import { createRelay } from '@consult/messaging/relay';
import { type App, assembleApp } from '@consult/runtime/app';
import type { Clock } from '@consult/runtime/clock';
import { createGrpcClient } from '@consult/runtime/grpc-client';
import { createGrpcServer } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { connectMongo, ensureIndexes, pingMongo } from '@consult/runtime/mongo';
import { createQuoter } from '@consult/runtime/quote';
import { createSequence } from '@consult/runtime/sequence';
import { consumers } from './amqp/consumers.ts';
import type { SchedulingConfig } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import type { Deps } from './operations/deps.ts';
import { calendarLinksOn } from './store/calendar-links.ts';
import { consultantsOn } from './store/consultants.ts';
import { CONSULTATIONS, consultationsOn } from './store/consultation-document.ts';
import { insertsOn } from './store/inserts.ts';
import { peopleOn, tenantsOn } from './store/projections.ts';
import { figureCounter } from './workers/count-figures.ts';
import { dueMoves } from './workers/due-moves.ts';

const SERVICE = 'scheduling';

/** Builds the service with its connections; nothing runs before `start`. */
export async function createApp(config: SchedulingConfig, base: { logger: Logger; clock: Clock }): Promise<App> {
  return (await createService(config, base)).app;
}

/** The service, and what its operations work with: for who calls them in this process, as `pnpm bench` does. */
export async function createService(
  config: SchedulingConfig,
  { logger, clock }: { logger: Logger; clock: Clock },
): Promise<{ app: App; deps: Deps }> {
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret } = config;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_${SERVICE}`, logger });
  const collections = {
    consultations: consultationsOn(connection),
    inserts: insertsOn(connection, clock),
    consultants: consultantsOn(connection),
    people: peopleOn(connection),
    tenants: tenantsOn(connection),
    calendarLinks: calendarLinksOn(connection),
  };
  await ensureIndexes(connection);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: SERVICE, logger });
  const relay = createRelay({ connection, collections: [CONSULTATIONS], broker, logger });
  const calls = { callTokenSecret, from: SERVICE, deadlineMs: config.CALL_DEADLINE_MS };
  const credits = createGrpcClient('credits', { ...calls, url: config.CREDITS_GRPC_URL });
  const identity = createGrpcClient('identity', { ...calls, url: config.IDENTITY_GRPC_URL });
  const { RESERVATION_DEADLINE_SECONDS: reservationDeadlineSeconds } = config;
  const nextConsultationId = createSequence(connection, 'CONS');
  const deps: Deps = {
    ...collections,
    clock,
    relay,
    credits,
    identity,
    quoter: createQuoter({ secret: callTokenSecret, clock }),
    nextConsultationId,
    reservationDeadlineSeconds,
    logger,
  };
  const consumer = createConsumer({ service: SERVICE, broker, handlers: consumers(deps), logger });

  const app = assembleApp({
    name: SERVICE,
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: SERVICE, handlers: handlers(deps), callTokenSecret, logger }),
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [relay, consumer],
    workers: [dueMoves(deps), figureCounter({ ...deps, connection })],
    idle: idleOf({ relay, consumer }),
    async close() {
      credits.close();
      identity.close();
      await broker.close();
      await connection.close();
    },
  });
  return { app, deps };
}
