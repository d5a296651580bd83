import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Consumer } from '../src/consumer.ts';
import { createRelay } from '../src/relay.ts';
import { catalogConsumer, createStack, logger, priceLinked, type Stack, TENANT, thingsOf } from './support/stack.ts';

const EVENTS = 200;

let stack: Stack;
let consumer: Consumer;
const heard: string[] = [];
/** Those that the stack has opened, in order: the connection to publish before the one to consume. */
const sockets: Socket[] = [];
const noteSocket = (message: unknown) => {
  const { socket } = message as { socket: Socket };
  sockets.push(socket);
};

beforeAll(async () => {
  subscribe('net.client.socket', noteSocket);
  stack = await createStack();
  unsubscribe('net.client.socket', noteSocket);
  consumer = catalogConsumer(stack.broker, async ({ price }) => {
    heard.push(price);
  });
  await consumer.start();
});
afterAll(async () => {
  await consumer.stop();
  await stack.close();
});

/** Counts system calls that write to this socket. */
function writesTo(socket: Socket): () => number {
  let writes = 0;
  for (const way of ['_write', '_writev'] as const) {
    const write = socket[way]?.bind(socket) as (...written: unknown[]) => void;
    socket[way] = (...written: unknown[]) => {
      writes += 1;
      write(...written);
    };
  }
  return () => writes;
}

test('events that come together take few writes, and stay in order', async () => {
  const port = Number(new URL(stack.config.AMQP_URL).port || '5672');
  const [publishing] = sockets.filter(({ remotePort }) => remotePort === port);
  if (publishing === undefined) throw new Error('there is no connection');
  const writes = writesTo(publishing);
  const relay = createRelay({ ...stack, collections: ['things'], logger });
  const prices = Array.from({ length: EVENTS }, (_, at) => `price-${at}`);
  const events = prices.map((price) => priceLinked(price));
  await thingsOf(stack.connection).create({ _id: 'a', tenantId: TENANT, version: 1, outbox: events });
  relay.nudge('things', TENANT, 'a', events);
  await eventually(() => expect(heard).toEqual(prices));
  await relay.stop();
  expect(writes()).toBeGreaterThan(0);
  expect(writes()).toBeLessThan(EVENTS / 2);
});
