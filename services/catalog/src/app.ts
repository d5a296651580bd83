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
import { createSequence } from '@consult/runtime/sequence';
import { consumers } from './amqp/consumers.ts';
import type { CatalogConfig } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import type { Deps } from './operations/deps.ts';
import { PACKAGES, packagesOn } from './store/package-document.ts';
import { tenantsOn } from './store/tenants.ts';
import { packageSchedule } from './workers/schedule.ts';

const SERVICE = 'catalog';

/** Builds catalog: its stores, the relay of its events, its consumer and its gRPC door. Nothing is started. */
export async function createApp(config: CatalogConfig, base: { logger: Logger; clock: Clock }): Promise<App> {
  const { logger, clock } = base;
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret } = config;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_${SERVICE}`, logger });
  const packages = packagesOn(connection);
  const tenants = tenantsOn(connection);
  await ensureIndexes(connection);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: SERVICE, logger });
  const relay = createRelay({ connection, collections: [PACKAGES], broker, logger });
  const calls = { callTokenSecret, from: SERVICE, deadlineMs: config.CALL_DEADLINE_MS };
  const identity = createGrpcClient('identity', { ...calls, url: config.IDENTITY_GRPC_URL });
  const nextPackageId = createSequence(connection, 'PKG');
  const deps: Deps = { packages, tenants, identity, nextPackageId, relay, clock };
  const consumer = createConsumer({ service: SERVICE, broker, handlers: consumers(deps), logger });

  return assembleApp({
    name: SERVICE,
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: SERVICE, handlers: handlers(deps), callTokenSecret, logger }),
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [relay, consumer],
    workers: [packageSchedule({ ...deps, logger })],
    idle: idleOf({ relay, consumer }),
    async close() {
      identity.close();
      await broker.close();
      await connection.close();
    },
  });
}
