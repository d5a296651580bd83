import type { Envelope } from '@consult/contracts/envelope';
import { StripePriceLinked } from '@consult/contracts/events/billing';
import { TenantChanged } from '@consult/contracts/events/identity';
import { type Broker, connectBroker } from '@consult/messaging/broker';
import { type Consumer, createConsumer, on } from '@consult/messaging/consumer';
import { oncePerMessage } from '@consult/messaging/inbox';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testConfig } from '@consult/testing/config';
import { dropDatabases, testNamespace } from '@consult/testing/namespace';
import type { Connection } from 'mongoose';

const TENANT = '100001';
export const logger = createLogger({ service: 'messaging-faults', level: process.env['FAULTS_LOG_LEVEL'] ?? 'silent' });

/** What a publisher keeps: a document with its outbox. */
export interface Thing {
  _id: string;
  tenantId: string;
  version: number;
  outbox: Envelope[];
}

interface Effect {
  _id: string;
  tenantId: string;
  times: number;
}

/** A publisher's database and a hearing service with an inbox, on a namespace of their own. */
export interface MessagingStack {
  namespace: string;
  mongoUri: string;
  connection: Connection;
  broker: Broker;
  consumer: Consumer;
  /** How often the handler was called, duplicates included. */
  calls(): number;
  /** Subject → how many effects it had. */
  effects(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export async function createMessagingStack(amqpUrl: string): Promise<MessagingStack> {
  const namespace = testNamespace();
  const { MONGODB_URI: mongoUri } = testConfig({ namespace });
  const connection = await connectMongo({ uri: mongoUri, database: `${namespace}_billing` });
  await connection
    .collection('things')
    .createIndex({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });
  const broker = await connectBroker({ url: amqpUrl, namespace, service: 'catalog', logger });
  const effects = connection.collection<Effect>('effects');
  let calls = 0;
  const consumer = createConsumer({
    service: 'catalog',
    broker,
    logger,
    handlers: [
      on(TenantChanged, async () => {}),
      on(StripePriceLinked, async (event) => {
        calls += 1;
        await oncePerMessage(connection, 'catalog', event, async (session) => {
          await effects.updateOne(
            { _id: event.subject, tenantId: TENANT },
            { $inc: { times: 1 } },
            { upsert: true, session },
          );
        });
      }),
    ],
  });
  await consumer.start();
  return {
    namespace,
    mongoUri,
    connection,
    broker,
    consumer,
    calls: () => calls,
    effects: async () => Object.fromEntries((await effects.find().toArray()).map(({ _id, times }) => [_id, times])),
    close: async () => {
      await consumer.stop();
      await broker.close();
      await connection.close();
      await dropDatabases(namespace, mongoUri);
    },
  };
}

/** One effect each. */
export function onceEach(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, 1]));
}
