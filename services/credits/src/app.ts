import { type Broker, connectBroker } from '@consult/messaging/broker';
import { createConsumer } from '@consult/messaging/consumer';
import { idleOf } from '@consult/messaging/idle';
import { createRelay } from '@consult/messaging/relay';
import { type App, assembleApp } from '@consult/runtime/app';
import type { Clock } from '@consult/runtime/clock';
import { createGrpcClient } from '@consult/runtime/grpc-client';
import { createGrpcServer } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { connectMongo, ensureIndexes, pingMongo } from '@consult/runtime/mongo';
import type { Connection } from 'mongoose';
import { consumers } from './amqp/consumers.ts';
import type { CreditsConfig } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import type { Deps } from './operations/deps.ts';
import { createLines } from './operations/lines.ts';
import { createAccountCache } from './store/account-cache.ts';
import { ACCOUNTS, accountsOn } from './store/account-document.ts';
import { archiveOn } from './store/archived-lots.ts';
import { createGroupCommit } from './store/group-commit.ts';
import { ledgerOn } from './store/ledger.ts';
import { tenantsOn } from './store/tenants.ts';
import { archiveWorker } from './workers/archive.ts';
import { expiryWorker } from './workers/expiry.ts';
import { fenceWorker } from './workers/fence.ts';
import { createFlush } from './workers/flush.ts';

const SERVICE = 'credits';

/** Builds the service; nothing runs before `start`. Rejects when the database does not answer. */
export async function createApp(config: CreditsConfig, base: { logger: Logger; clock: Clock }): Promise<App> {
  return (await createService(config, base)).app;
}

/** The service, and what its operations work with: for who calls them in this process, as `pnpm bench` does. */
export async function createService(
  config: CreditsConfig,
  base: { logger: Logger; clock: Clock },
): Promise<{ app: App; deps: Deps; connection: Connection }> {
  const { logger, clock } = base;
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret } = config;
  const database = `${namespace}_${SERVICE}`;
  // Every write here names a version or an id of its own, and whoever is interrupted reads again and finds out. That the driver
  // retries as well would cost the server a sixth of its time per write.
  const connection = await connectMongo({ uri: config.MONGODB_URI, database, logger, retryWrites: false });
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: SERVICE, logger });
  const deps = depsOf(config, base, { connection, broker });
  await ensureIndexes(connection);
  const consumer = createConsumer({ service: SERVICE, broker, handlers: consumers(deps), logger });
  const app = assembleApp({
    name: SERVICE,
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: SERVICE, handlers: handlers(deps), callTokenSecret, logger }),
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [{ start() {}, stop: () => deps.flush.stop() }, deps.relay, consumer],
    workers: [deps.flush.worker, expiryWorker(deps), fenceWorker(deps), archiveWorker(deps)],
    idle: idleOf({ relay: deps.relay, consumer }),
    async close() {
      deps.identity.close();
      deps.scheduling.close();
      await broker.close();
      await connection.close();
    },
  });
  return { app, deps, connection };
}

function depsOf(
  config: CreditsConfig,
  { logger, clock }: { logger: Logger; clock: Clock },
  { connection, broker }: { connection: Connection; broker: Broker },
): Deps {
  const accounts = accountsOn(connection);
  const ledger = ledgerOn(connection);
  const cache = createAccountCache();
  const call = { callTokenSecret: config.CALL_TOKEN_SECRET, from: SERVICE, deadlineMs: config.CALL_DEADLINE_MS };
  return {
    accounts,
    ledger,
    clock,
    logger,
    tenants: tenantsOn(connection),
    relay: createRelay({ connection, collections: [ACCOUNTS], broker, logger }),
    archive: archiveOn(connection),
    cache,
    commits: createGroupCommit(connection),
    lines: createLines(),
    flush: createFlush({ accounts, ledger, cache, clock, logger }),
    identity: createGrpcClient('identity', { url: config.IDENTITY_GRPC_URL, ...call }),
    scheduling: createGrpcClient('scheduling', { url: config.SCHEDULING_GRPC_URL, ...call }),
  };
}
