import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Envelope, type EventDefinition } from '@consult/contracts/envelope';
import { ALL_EVENTS } from '@consult/contracts/events/all';
import { type Broker, connectBroker } from '@consult/messaging/broker';
import { type Consumer, createConsumer, on } from '@consult/messaging/consumer';
import { hasSubscriber, type Service, SUBSCRIPTIONS } from '@consult/messaging/topology';
import { createLogger } from '@consult/runtime/logger';
import { parse } from '@consult/runtime/parse';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';

/**
 * One golden sample per event version there has ever been. A file is never edited: what was published once
 * may still lie in a queue or be replayed. A new version gets a new file beside the old one.
 */
const folder = new URL('samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Envelope);
const RECEIVED_WITHIN_MS = 20_000;
const amqpUrl = process.env['AMQP_URL'] ?? '';

describe('events', () => {
  test('every event version has a golden sample, and every sample is of a version that is still understood', () => {
    expect(samples.map(({ type }) => type).sort()).toEqual([...ALL_EVENTS.keys()].sort());
  });

  test.each(samples.map((sample) => [sample.type, sample] as const))('%s: its sample still parses', (type, sample) => {
    parse(Envelope, sample);
    parse(definitionOf(type).schema, sample.data);
  });

  test('a field that a later publisher adds does not disturb a consumer', () => {
    for (const { type, data } of samples) parse(definitionOf(type).schema, { ...(data as object), addedLater: true });
  });

  test('every type somebody hears is one that somebody can publish', () => {
    const heard = Object.values(SUBSCRIPTIONS).flatMap((row) => row.map(({ type }) => type));
    for (const type of heard) expect([type, ALL_EVENTS.has(type)]).toEqual([type, true]);
  });
});

describe('over the real broker', () => {
  const namespace = testNamespace();
  const logger = createLogger({ service: 'contracts', level: 'silent' });
  const received = new Map<string, Envelope[]>();
  const brokers: Broker[] = [];
  const consumers: Consumer[] = [];

  beforeAll(async () => {
    for (const service of Object.keys(SUBSCRIPTIONS) as Service[]) {
      const broker = await connectBroker({ url: amqpUrl, namespace, service, logger });
      brokers.push(broker);
      if (SUBSCRIPTIONS[service].length === 0) continue;
      received.set(service, []);
      const handlers = SUBSCRIPTIONS[service].map((definition) =>
        on(definition, async (event) => void received.get(service)?.push(event)),
      );
      const consumer = createConsumer({ service, broker, handlers, logger });
      await consumer.start();
      consumers.push(consumer);
    }
  }, 60_000);
  afterAll(async () => {
    await Promise.all(consumers.map((consumer) => consumer.stop()));
    await Promise.all(brokers.map((broker) => broker.close()));
    await dropNamespace(namespace);
  }, 60_000);

  test('every event type reaches each of its consumers and parses with its schema', async () => {
    const [broker] = brokers;
    if (!broker) throw new Error('no broker');
    for (const sample of samples)
      await broker.publish({
        exchange: broker.topology.events,
        routingKey: sample.type,
        content: Buffer.from(JSON.stringify(sample)),
        mandatory: hasSubscriber(sample.type),
        messageId: sample.id,
        type: sample.type,
      });
    await eventually(
      () => {
        for (const [service, events] of received) {
          const expected = SUBSCRIPTIONS[service as Service].map(({ type }) => type).sort();
          expect([service, events.map(({ type }) => type).sort()]).toEqual([service, expected]);
        }
      },
      { withinMs: RECEIVED_WITHIN_MS },
    );
    for (const events of received.values())
      for (const event of events) expect(event).toEqual(samples.find(({ id }) => id === event.id));
  }, 60_000);
});

function definitionOf(type: string): EventDefinition {
  const definition = ALL_EVENTS.get(type);
  if (!definition) throw new Error(`${type} is not known any more: a sample is never deleted while it may be replayed`);
  return definition;
}
