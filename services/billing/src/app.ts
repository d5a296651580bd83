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
import { type BillingConfig, stripeAddressOf, stripeSettingsOf } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import type { Deps } from './operations/deps.ts';
import { collectionsOn, OUTBOX_COLLECTIONS } from './store/collections.ts';
import { waitingHeard } from './store/webhook-inbox.ts';
import { createStripeApi } from './stripe/stripe-api.ts';
import { abandonedPurchases } from './workers/abandoned.ts';
import { priceDrift } from './workers/drift.ts';
import { nightlyBooks } from './workers/nightly-books.ts';
import { eventSweeps, staleChecks } from './workers/reconcile.ts';
import { staleWishes } from './workers/wishes.ts';
import { webhookWorker } from './workers/webhooks.ts';

const SERVICE = 'billing';

/** Builds the service with its connections; nothing runs before `start`. */
export async function createApp(
  config: BillingConfig,
  { logger, clock }: { logger: Logger; clock: Clock },
): Promise<App> {
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret } = config;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_${SERVICE}`, logger });
  const collections = collectionsOn(connection);
  await ensureIndexes(connection);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: SERVICE, logger });
  const relay = createRelay({ connection, collections: OUTBOX_COLLECTIONS, broker, logger });
  const calls = { callTokenSecret, from: SERVICE, deadlineMs: config.CALL_DEADLINE_MS };
  const clients = {
    catalog: createGrpcClient('catalog', { ...calls, url: config.CATALOG_GRPC_URL }),
    credits: createGrpcClient('credits', { ...calls, url: config.CREDITS_GRPC_URL }),
    identity: createGrpcClient('identity', { ...calls, url: config.IDENTITY_GRPC_URL }),
    scheduling: createGrpcClient('scheduling', { ...calls, url: config.SCHEDULING_GRPC_URL }),
  };
  const base: Deps = {
    ...collections,
    ...clients,
    clock,
    relay,
    logger,
    stripe: createStripeApi(stripeAddressOf(config)),
    settings: stripeSettingsOf(config),
    quoter: createQuoter({ secret: callTokenSecret, clock }),
    nextTransactionId: createSequence(connection, 'TXN'),
  };
  const webhooks = webhookWorker(base);
  const deps = { ...base, webhooks };
  const consumer = createConsumer({ service: SERVICE, broker, handlers: consumers(deps), logger });
  const messagesIdle = idleOf({ relay, consumer });

  return assembleApp({
    name: SERVICE,
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: SERVICE, handlers: handlers(deps), callTokenSecret, logger }),
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [relay, consumer, webhooks],
    workers: [
      webhooks,
      staleChecks(deps),
      staleWishes(deps),
      eventSweeps(deps),
      abandonedPurchases(deps),
      priceDrift(deps),
      nightlyBooks(deps),
    ],
    async idle() {
      // Webhooks first: what they have just written is then seen among the unpublished.
      const followed = webhooks.resting() && (await waitingHeard(base.inbox)) === 0;
      const messages = await messagesIdle();
      return { idle: followed && messages.idle, activity: messages.activity + webhooks.done() };
    },
    async close() {
      for (const client of Object.values(clients)) client.close();
      await broker.close();
      await connection.close();
    },
  });
}
