import type { Envelope } from '@consult/contracts/envelope';
import { StripePriceLinked } from '@consult/contracts/events/billing';
import { TenantChanged } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testConfig } from '@consult/testing/config';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import mongoose, { type Connection } from 'mongoose';
import { type Broker, connectBroker } from '../../src/broker.ts';
import { type Consumer, createConsumer, on } from '../../src/consumer.ts';
import { newEvent } from '../../src/event.ts';
import { deleteTopology } from '../../src/topology.ts';

export const TENANT = '100001';
export const logger = createLogger({ service: 'messaging-test', level: 'silent' });
/** Short, so that the whole back-off fits into a test. */
export const RETRY_DELAYS_MS = [20, 40, 80];

export interface Stack {
  namespace: string;
  connection: Connection;
  broker: Broker;
  config: ReturnType<typeof testConfig>;
  close(): Promise<void>;
}

/** A namespace with a database and a broker of its own; the service that hears is catalog. */
export async function createStack(): Promise<Stack> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_catalog` });
  thingsOf(connection);
  const broker = await connectBroker({
    url: config.AMQP_URL,
    namespace,
    service: 'catalog',
    logger,
    retryDelaysMs: RETRY_DELAYS_MS,
  });
  return {
    namespace,
    connection,
    broker,
    config,
    close: async () => {
      await deleteTopology(await broker.openChannel(), broker.topology);
      await broker.close();
      await connection.close();
      await dropNamespace(namespace);
    },
  };
}

interface Thing {
  _id: string;
  tenantId: string;
  version: number;
  outbox: Envelope[];
}

/** A collection whose documents hold an outbox, as every service has. */
export function thingsOf(connection: Connection) {
  const known = connection.models['Thing'];
  if (known) return connection.model<Thing>('Thing');
  const schema = new mongoose.Schema<Thing>(
    { _id: String, tenantId: String, version: Number, outbox: [mongoose.Schema.Types.Mixed] },
    { collection: 'things', shardKey: { tenantId: 1 }, versionKey: false },
  );
  schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });
  return connection.model<Thing>('Thing', schema);
}

let versions = 0;

/** An event that catalog hears: the `price` tells them apart. */
export function priceLinked(price: string, fields: { subject?: string; version?: number; id?: string } = {}) {
  versions += 1;
  return newEvent(StripePriceLinked, {
    tenantId: TENANT,
    subject: fields.subject ?? 'package-1',
    version: fields.version ?? versions,
    time: new Date('2025-01-20T10:00:00Z'),
    data: { packageId: 'package-1', packageVersion: 1, productId: 'product-1', priceId: price },
    ...(fields.id === undefined ? {} : { id: fields.id }),
  });
}

/** Puts an event straight on the exchange, as its publisher's relay would. */
export async function publishNow(
  broker: Broker,
  event: Pick<Envelope, 'id' | 'type'>,
  content = JSON.stringify(event),
) {
  await broker.publish({
    exchange: broker.topology.events,
    routingKey: event.type,
    content: Buffer.from(content),
    mandatory: true,
    messageId: event.id,
    type: event.type,
  });
}

export type Heard = { price: string; caller: Caller; event: Envelope };

/** Catalog's consumer with a handler of the test for `StripePriceLinked`. */
export function catalogConsumer(
  broker: Broker,
  handle: (heard: Heard) => Promise<void>,
  options: { prefetch?: number } = {},
): Consumer {
  return createConsumer({
    service: 'catalog',
    broker,
    logger,
    ...options,
    handlers: [
      on(StripePriceLinked, async (event, caller) => handle({ price: event.data.priceId, caller, event })),
      on(TenantChanged, async () => {}),
    ],
  });
}

export async function parkedCount(broker: Broker): Promise<number> {
  const channel = await broker.openChannel();
  const { messageCount } = await channel.checkQueue(broker.topology.parkedQueueOf('catalog'));
  await channel.close();
  return messageCount;
}
