import { StripePriceLinked } from '@consult/contracts/events/billing';
import { connectBroker } from '@consult/messaging/broker';
import { newEvent } from '@consult/messaging/event';
import { createRelay } from '@consult/messaging/relay';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import type { Thing } from './messaging-stack.ts';

/**
 * A publisher that is made to die: writes documents with an event each, says which writes were acknowledged, and
 * nudges its relay. Settings come from its parent; `FAULT_POINT` says where it dies.
 */
const WRITES = 30;
const { MONGODB_URI = '', AMQP_URL = '', CONSULT_NAMESPACE = '' } = process.env;
const logger = createLogger({ service: 'billing', level: 'silent' });
const connection = await connectMongo({ uri: MONGODB_URI, database: `${CONSULT_NAMESPACE}_billing` });
const broker = await connectBroker({ url: AMQP_URL, namespace: CONSULT_NAMESPACE, service: 'billing', logger });
const relay = createRelay({ connection, broker, collections: ['things'], logger });

for (let write = 0; write < WRITES; write += 1) {
  const id = `thing-${write}`;
  const event = newEvent(StripePriceLinked, {
    tenantId: '100001',
    subject: id,
    version: 1,
    time: new Date(0),
    data: { packageId: id, packageVersion: 1, productId: 'product', priceId: 'price' },
  });
  await connection.collection<Thing>('things').insertOne({ _id: id, tenantId: '100001', version: 1, outbox: [event] });
  process.stdout.write(`${id}\n`);
  relay.nudge('things', '100001', id, [event]);
}
// Alive until its parent ends it: what has not died by then has no fault point.
