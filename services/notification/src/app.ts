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
import { consumers } from './amqp/consumers.ts';
import type { NotificationConfig } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import { createPost } from './mail/post.ts';
import type { Deps, SendingDeps } from './operations/deps.ts';
import { countWaiting, insertsOn, MESSAGES, messagesOn } from './store/messages.ts';
import { brandsOn, contactsOn } from './store/projections.ts';
import { sessionsOn } from './store/sessions.ts';
import { deliveryWorker } from './workers/delivery.ts';
import { reminders } from './workers/reminders.ts';

const SERVICE = 'notification';

/** Builds the service with its connections; nothing runs before `start`. */
export async function createApp(
  config: NotificationConfig,
  { logger, clock }: { logger: Logger; clock: Clock },
): Promise<App> {
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret } = config;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_${SERVICE}`, logger });
  const collections = {
    messages: messagesOn(connection),
    contacts: contactsOn(connection),
    brands: brandsOn(connection),
    sessions: sessionsOn(connection),
  };
  await ensureIndexes(connection);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: SERVICE, logger });
  const relay = createRelay({ connection, collections: [MESSAGES], broker, logger });
  const identity = createGrpcClient('identity', {
    url: config.IDENTITY_GRPC_URL,
    callTokenSecret,
    from: SERVICE,
    deadlineMs: config.CALL_DEADLINE_MS,
  });
  const post = createPost(config.SMTP_URL);
  const { MAIL_FROM: mailFrom, PUBLIC_URL: publicUrl } = config;
  const surroundings = { clock, relay, identity, post, mailFrom, publicUrl, logger };
  const sendingDeps: SendingDeps = { ...collections, ...surroundings };
  const delivery = deliveryWorker(sendingDeps);
  const deps: Deps = { ...sendingDeps, inserts: insertsOn(connection), delivery };
  const consumer = createConsumer({ service: SERVICE, broker, handlers: consumers(deps), logger });
  const nothingOnItsWay = idleOf({ relay, consumer });

  return assembleApp({
    name: SERVICE,
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: SERVICE, handlers: handlers(deps), callTokenSecret, logger }),
    // A mail server that is away is no reason to be away: messages wait.
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [relay, delivery, consumer],
    workers: [delivery, reminders(deps)],
    async idle() {
      const rest = await nothingOnItsWay();
      return {
        ...rest,
        idle: rest.idle && delivery.resting() && (await countWaiting(deps.messages, clock.wallNow())) === 0,
      };
    },
    async close() {
      post.close();
      identity.close();
      await broker.close();
      await connection.close();
    },
  });
}
