import type { Envelope } from '@consult/contracts/envelope';
import { MessageDelivered } from '@consult/contracts/events/notification';
import { derivedId, newId } from '@consult/runtime/ids';
import { ensureIndexes } from '@consult/runtime/mongo';
import { currentTraceparent, startTelemetry } from '@consult/runtime/telemetry';
import { eventually } from '@consult/testing/eventually';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Consumer } from '../src/consumer.ts';
import { newEvent } from '../src/event.ts';
import { countUnpublished } from '../src/outbox.ts';
import { createRelay, type Relay } from '../src/relay.ts';
import { catalogConsumer, createStack, logger, priceLinked, type Stack, TENANT, thingsOf } from './support/stack.ts';

/** No sweep of its own accord: what is published was nudged, or swept by the test. */
const NEVER_MS = 3_600_000;

let stack: Stack;
let relay: Relay;
let consumer: Consumer;
let heard: { price: string; traceparent: string | undefined; requestId: string }[] = [];

beforeAll(async () => {
  stack = await createStack();
  await ensureIndexes(stack.connection);
  consumer = catalogConsumer(stack.broker, async ({ price, caller }) => {
    heard.push({ price, traceparent: currentTraceparent(), requestId: caller.requestId });
  });
  await consumer.start();
});
afterAll(async () => {
  await consumer.stop();
  await stack.close();
});
beforeEach(() => {
  heard = [];
  relay = relayWith({});
});
afterEach(async () => {
  await relay.stop();
  await thingsOf(stack.connection).deleteMany({ tenantId: TENANT });
});

function relayWith(options: { sweepAgeMs?: number; sweepEveryMs?: number }): Relay {
  const { connection, broker } = stack;
  return createRelay({ connection, broker, collections: ['things'], logger, sweepEveryMs: NEVER_MS, ...options });
}

async function write(id: string, events: Envelope[]): Promise<void> {
  await thingsOf(stack.connection).create({ _id: id, tenantId: TENANT, version: 1, outbox: events });
}

/** Two published events that are still on their document, in the hands of the test. Where the relay was faster, those of another one. */
async function handedOver() {
  return eventually(
    async () => {
      const id = newId();
      const events = ['one', 'two'].map((price) => priceLinked(price));
      const before = relay.published();
      await write(id, events);
      relay.nudge('things', TENANT, id, events);
      await eventually(() => expect(relay.published()).toBe(before + 2), { withinMs: 1_000 });
      const along = relay.takeAlong('things', TENANT, id);
      if (along === undefined) throw new Error('the relay has taken them off');
      return { id, ids: events.map((event) => event.id), along };
    },
    { withinMs: 20_000 },
  );
}

/** How long a document with many events keeps them while a flood of documents with one waits, in ms. */
async function takenOffInFlood(run: string): Promise<number> {
  const many = Array.from({ length: 32 }, (_, index) => priceLinked(`many-${index}`));
  const few = Array.from({ length: 250 }, (_, index) => priceLinked(`few-${index}`));
  const before = relay.published();
  await thingsOf(stack.connection).insertMany([
    ...few.map((event, at) => ({ _id: `${run}-${at}`, tenantId: TENANT, version: 1, outbox: [event] })),
    { _id: run, tenantId: TENANT, version: 1, outbox: many },
  ]);
  for (const [at, event] of few.entries()) relay.nudge('things', TENANT, `${run}-${at}`, [event]);
  await eventually(() => expect(relay.published()).toBe(before + few.length));
  const begun = performance.now();
  relay.nudge('things', TENANT, run, many);
  await eventually(async () => expect((await stored(run))?.outbox).toEqual([]));
  return performance.now() - begun;
}

const prices = () => heard.map(({ price }) => price);
const stored = (id: string) => thingsOf(stack.connection).findOne({ _id: id, tenantId: TENANT }).lean();

async function unroute<T>(type: string, fn: () => Promise<T>): Promise<T> {
  const { topology } = stack.broker;
  const channel = await stack.broker.openChannel();
  await channel.unbindQueue(topology.queueOf('catalog'), topology.events, type);
  try {
    return await fn();
  } finally {
    await channel.bindQueue(topology.queueOf('catalog'), topology.events, type);
    await channel.close();
  }
}

describe('a nudge', () => {
  test('publishes at once and takes the event off its document, whose version stays', async () => {
    const event = priceLinked('nudged');
    await write('a', [event]);
    relay.nudge('things', TENANT, 'a', [event]);
    await eventually(() => expect(prices()).toEqual(['nudged']));
    await eventually(async () => expect(await relay.pending()).toBe(0));
    expect(await stored('a')).toMatchObject({ version: 1, outbox: [] });
    expect(relay.published()).toBe(1);
  });

  test('writes a document once for all that was published of it at about the same time', async () => {
    const events = ['one', 'two', 'three'].map((price) => priceLinked(price));
    await write('a', events);
    const writes: unknown[] = [];
    const watch = thingsOf(stack.connection).watch([{ $match: { operationType: 'update' } }]);
    watch.on('change', (change) => writes.push(change));
    await once(watch, 'ready');
    for (const event of events) relay.nudge('things', TENANT, 'a', [event]);
    await eventually(() => expect(prices()).toEqual(['one', 'two', 'three']));
    await eventually(async () => expect((await stored('a'))?.outbox).toEqual([]));
    await eventually(() => expect(writes).toHaveLength(1));
    await watch.close();
  });

  test('in a flood waits for the next event of its document, which is then written once for both', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `flood-${index}`);
    const first = ids.map((id) => priceLinked(`${id}-first`));
    const second = ids.map((id) => priceLinked(`${id}-second`));
    await thingsOf(stack.connection).insertMany(
      ids.map((_id, at) => ({ _id, tenantId: TENANT, version: 1, outbox: [first[at], second[at]] as Envelope[] })),
    );
    let writes = 0;
    const watch = thingsOf(stack.connection).watch([{ $match: { operationType: 'update' } }]);
    watch.on('change', () => (writes += 1));
    await once(watch, 'ready');
    for (const [at, id] of ids.entries()) relay.nudge('things', TENANT, id, [first[at]] as Envelope[]);
    // Longer than anything waits where there is no flood.
    await pause(400);
    for (const [at, id] of ids.entries()) relay.nudge('things', TENANT, id, [second[at]] as Envelope[]);
    await eventually(async () => expect(await relay.pending()).toBe(0), { withinMs: 5_000 });
    await eventually(() => expect(writes).toBe(ids.length), { withinMs: 5_000 });
    await watch.close();
  });

  test('is taken off with its like as soon as its document has many, flood or not', async () => {
    // Again where the machine was busy. The flood alone would have waited for a second.
    await eventually(async () => expect(await takenOffInFlood(newId())).toBeLessThan(750), { withinMs: 20_000 });
  });

  test('is left to a write that takes it along, and taken off after all when that write has failed', async () => {
    const { id, ids, along: failed } = await handedOver();
    expect(failed.eventIds).toEqual(ids);
    // Nobody else gets them meanwhile.
    expect(relay.takeAlong('things', TENANT, id)).toBeUndefined();
    failed.settle(false);
    const along = relay.takeAlong('things', TENANT, id);
    expect(along?.eventIds).toEqual(ids);
    along?.settle(true);
    await relay.stop();
    // The relay took that write at its word, which it has not kept here.
    expect((await stored(id))?.outbox).toHaveLength(2);

    relay = relayWith({});
    const again = await handedOver();
    again.along.settle(false);
    await eventually(async () => expect((await stored(again.id))?.outbox).toEqual([]));
  });

  test('is taken off before the relay has stopped', async () => {
    const event = priceLinked('last');
    await write('a', [event]);
    relay.nudge('things', TENANT, 'a', [event]);
    await relay.stop();
    expect(await stored('a')).toMatchObject({ outbox: [] });
  });

  test('leaves what another write has added meanwhile', async () => {
    const [first, second] = [priceLinked('first'), priceLinked('second')];
    await write('a', [first, second]);
    relay.nudge('things', TENANT, 'a', [first]);
    await eventually(async () => expect((await stored('a'))?.outbox).toMatchObject([{ id: second.id }]));
  });

  test('for a flood beyond its bound is dropped, and the sweep brings the rest', async () => {
    relay = relayWith({ sweepAgeMs: 0 });
    const events = Array.from({ length: 2_200 }, (_, index) => priceLinked(`p${index}`));
    await thingsOf(stack.connection).insertMany(
      events.map((event, index) => ({ _id: `flood-${index}`, tenantId: TENANT, version: 1, outbox: [event] })),
    );
    for (const [index, event] of events.entries()) relay.nudge('things', TENANT, `flood-${index}`, [event]);
    await eventually(async () => expect(await relay.pending()).toBeLessThanOrEqual(200), { withinMs: 10_000 });
    expect(await relay.pending()).toBe(200);
    expect(await relay.sweep()).toBe(200);
    await eventually(() => expect(new Set(prices()).size).toBe(2_200), { withinMs: 10_000 });
  });

  test('beyond 10,000 events that are published and cannot be taken off is dropped, and the sweep brings the rest', async () => {
    relay = relayWith({ sweepAgeMs: 0 });
    const documents = Array.from({ length: 410 }, (_, at) => ({
      _id: `stuck-${at}`,
      tenantId: TENANT,
      version: 1,
      outbox: Array.from({ length: 25 }, (_event, index) => priceLinked(`stuck-${at}-${index}`)),
    }));
    await thingsOf(stack.connection).insertMany(documents);
    // Whoever holds one document keeps all from being taken off.
    const session = await stack.connection.startSession();
    session.startTransaction();
    await thingsOf(stack.connection).updateOne({ _id: 'stuck-0', tenantId: TENANT }, { version: 2 }, { session });
    for (const [at, { _id, outbox }] of documents.entries()) {
      relay.nudge('things', TENANT, _id, outbox);
      const published = Math.min(at * 25, 10_000) - 1_500;
      await eventually(() => expect(relay.published()).toBeGreaterThanOrEqual(published), { withinMs: 10_000 });
    }
    await eventually(() => expect(relay.published()).toBe(10_000), { withinMs: 10_000 });
    await session.abortTransaction();
    await session.endSession();
    await eventually(async () => expect(await relay.pending()).toBe(10), { withinMs: 10_000 });
    expect(relay.published()).toBe(10_000);
    while ((await relay.pending()) > 0) await relay.sweep();
    await eventually(() => expect(new Set(prices()).size).toBe(10_250), { withinMs: 30_000 });
  }, 60_000);
});

describe('the sweep', () => {
  test('finds what a crash between write and publish has left, in the order of each document', async () => {
    relay = relayWith({ sweepAgeMs: 0 });
    const left = Array.from({ length: 15 }, (_, index) => priceLinked(`left-${index}`, { version: index + 1 }));
    await write('a', left);
    expect(await relay.sweep()).toBe(15);
    await eventually(() => expect(prices()).toHaveLength(15), { withinMs: 5_000 });
    expect(prices()).toEqual(left.map(({ data }) => data.priceId));
    expect(await stored('a')).toMatchObject({ version: 1, outbox: [] });
  });

  test('runs by itself once started', async () => {
    relay = relayWith({ sweepAgeMs: 0, sweepEveryMs: 50 });
    await write('a', [priceLinked('left')]);
    await relay.start();
    await eventually(() => expect(prices()).toEqual(['left']), { withinMs: 5_000 });
  });

  test('leaves young events to the nudge on its way', async () => {
    await write('young', [priceLinked('young')]);
    expect(await relay.sweep()).toBe(0);
  });

  test('takes a derived id, which does not tell its age, for as old as it has been seen', async () => {
    relay = relayWith({ sweepAgeMs: 300 });
    await write('derived', [priceLinked('derived', { id: derivedId('some', 'cause') })]);
    const found = performance.now();
    expect(await relay.sweep()).toBe(0);
    await eventually(async () => expect(await relay.sweep()).toBe(1), { withinMs: 5_000 });
    expect(performance.now() - found).toBeGreaterThanOrEqual(300);
    await eventually(() => expect(prices()).toEqual(['derived']), { withinMs: 5_000 });
  });

  test('and the count of pending events read the partial index only', async () => {
    await write('a', [priceLinked('one')]);
    expect(await countUnpublished(stack.connection, 'things')).toBe(1);
    const plan = await stack.connection
      .collection('things')
      .find({ 'outbox.0': { $exists: true }, 'outbox.0.id': { $gt: '', $not: { $gt: '5', $lt: '6' } } })
      .sort({ 'outbox.0.id': 1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('outbox.0.id_1');
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
    expect(JSON.stringify(plan)).not.toContain('"SORT"');
  });
});

describe('an event that reaches no queue', () => {
  test('is never marked as sent, and goes out once it can be routed', async () => {
    relay = relayWith({ sweepAgeMs: 0 });
    const event = priceLinked('late');
    await write('a', [event]);
    await unroute(event.type, async () => {
      expect(await relay.sweep()).toBe(0);
      expect(await relay.pending()).toBe(1);
      expect(relay.published()).toBe(0);
    });
    expect(await relay.sweep()).toBe(1);
    await eventually(() => expect(prices()).toEqual(['late']), { withinMs: 5_000 });
  });

  test('is not overtaken by a later one of its document', async () => {
    relay = relayWith({ sweepAgeMs: 0 });
    const [first, second] = [priceLinked('first', { version: 1 }), priceLinked('second', { version: 2 })];
    await write('a', [first]);
    await unroute(first.type, async () => expect(await relay.sweep()).toBe(0));
    await thingsOf(stack.connection).updateOne({ _id: 'a', tenantId: TENANT }, { $push: { outbox: second } });
    relay.nudge('things', TENANT, 'a', [second]);
    expect(await relay.sweep()).toBe(2);
    await eventually(() => expect(prices()).toEqual(['first', 'second']), { withinMs: 5_000 });
  });

  test('is no failure where nobody wants to hear it', async () => {
    const data = { messageId: 'm', userId: 'u', template: 't', causeEventId: 'c' };
    const event = newEvent(MessageDelivered, { tenantId: TENANT, subject: 'm', version: 1, time: new Date(0), data });
    await write('a', [event]);
    relay.nudge('things', TENANT, 'a', [event]);
    await eventually(async () => expect(await relay.pending()).toBe(0));
  });
});

test('one trace leads from the write over the broker to the effect', async () => {
  const names: string[] = [];
  const telemetry = startTelemetry({
    service: 'messaging-test',
    exporter: {
      export: (spans, done) => {
        names.push(...spans.map((span) => `${span.spanContext().traceId} ${span.name}`));
        done({ code: 0 });
      },
      shutdown: async () => {},
    },
  });
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const event = { ...priceLinked('traced'), traceparent: `00-${trace}-b7ad6b7169203331-01` };
  await write('a', [event]);
  relay.nudge('things', TENANT, 'a', [event]);
  await eventually(() => expect(prices()).toEqual(['traced']), { withinMs: 5_000 });
  expect(heard[0]?.traceparent).toContain(trace);
  expect(heard[0]?.requestId).toBe(event.id);
  await eventually(
    () => expect(names.sort()).toEqual([`${trace} consume ${event.type}`, `${trace} publish ${event.type}`]),
    { withinMs: 5_000 },
  );
  await telemetry.stop();
});
