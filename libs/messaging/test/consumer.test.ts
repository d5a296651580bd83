import { StripePriceLinked } from '@consult/contracts/events/billing';
import { AppError } from '@consult/runtime/errors';
import { eventually } from '@consult/testing/eventually';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Consumer, createConsumer, on } from '../src/consumer.ts';
import { listParked, replayParked } from '../src/parking.ts';
import {
  catalogConsumer,
  createStack,
  type Heard,
  logger,
  parkedCount,
  priceLinked,
  publishNow,
  RETRY_DELAYS_MS,
  type Stack,
} from './support/stack.ts';

let stack: Stack;
let consumer: Consumer | undefined;

beforeAll(async () => {
  stack = await createStack();
});
afterEach(async () => {
  await consumer?.stop();
  consumer = undefined;
  const channel = await stack.broker.openChannel();
  for (const queue of stack.broker.topology.queues) await channel.purgeQueue(queue);
  await channel.close();
});
afterAll(async () => {
  await stack.close();
});

function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

async function startConsumer(handle: (heard: Heard) => Promise<void>, options: { prefetch?: number } = {}) {
  consumer = catalogConsumer(stack.broker, handle, options);
  await consumer.start();
  return consumer;
}

describe('a consumer', () => {
  test('hears what was published before its first start, as the system of that tenant', async () => {
    await publishNow(stack.broker, priceLinked('early'));
    const heard: Heard[] = [];
    const early = await startConsumer(async (event) => void heard.push(event));
    await eventually(() => expect(early.handled()).toBe(1), { withinMs: 5_000 });
    expect(heard).toMatchObject([
      { price: 'early', caller: { tenantId: '100001', userId: 'system', service: 'catalog', roles: [] } },
    ]);
  });

  test('refuses to be made when its table is not its row of the topology', () => {
    const handlers = [on(StripePriceLinked, async () => {})];
    expect(() => createConsumer({ service: 'catalog', broker: stack.broker, handlers, logger })).toThrow(
      'missing [identity.TenantChanged.v1]',
    );
    expect(() => createConsumer({ service: 'scheduling', broker: stack.broker, handlers, logger })).toThrow(
      'unexpected [billing.StripePriceLinked.v1]',
    );
  });

  test('handles many at once, up to its prefetch', async () => {
    let open = 0;
    let most = 0;
    const gate = createGate();
    await startConsumer(
      async () => {
        open += 1;
        most = Math.max(most, open);
        if (open === 4) gate.open();
        await gate.opened;
        open -= 1;
      },
      { prefetch: 4 },
    );
    await Promise.all(Array.from({ length: 12 }, (_, index) => publishNow(stack.broker, priceLinked(`p${index}`))));
    await eventually(() => expect(consumer?.handled()).toBe(12), { withinMs: 5_000 });
    expect(most).toBe(4);
  });

  test('finishes what is in hand before it has stopped, and leaves the rest in the queue', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const gate = createGate();
    const first = await startConsumer(
      async ({ price }) => {
        begun.push(price);
        await gate.opened;
        ended.push(price);
      },
      { prefetch: 1 },
    );
    await publishNow(stack.broker, priceLinked('in hand'));
    await publishNow(stack.broker, priceLinked('queued'));
    await eventually(() => expect(begun).toEqual(['in hand']), { withinMs: 5_000 });
    let stopped = false;
    const stopping = first.stop().then(() => {
      stopped = true;
    });
    // Some round trips to the broker later it still waits.
    for (let trip = 0; trip < 10; trip += 1) await parkedCount(stack.broker);
    expect(stopped).toBe(false);
    gate.open();
    await stopping;
    expect(ended).toEqual(['in hand']);
    const later: string[] = [];
    await startConsumer(async ({ price }) => void later.push(price));
    await eventually(() => expect(later).toEqual(['queued']), { withinMs: 5_000 });
  });

  test('is idle only when nothing is queued, waiting or in hand', async () => {
    const gate = createGate();
    let failures = 1;
    const busy = await startConsumer(async () => {
      await gate.opened;
      failures -= 1;
      if (failures >= 0) throw new Error('once');
    });
    await eventually(async () => expect(await busy.idle()).toBe(true), { withinMs: 5_000 });
    await publishNow(stack.broker, priceLinked('busy'));
    expect(await busy.idle()).toBe(false);
    gate.open();
    await eventually(async () => expect(await busy.idle()).toBe(true), { withinMs: 5_000 });
    expect(busy.handled()).toBe(2);
  });

  test('is not kept busy by what waits for another service, and is by what its own last process has left waiting', async () => {
    const heard: string[] = [];
    const idler = await startConsumer(async ({ price }) => void heard.push(price));
    await eventually(async () => expect(await idler.idle()).toBe(true), { withinMs: 5_000 });
    await waitFor('billing', 'of another');
    expect(await idler.idle()).toBe(true);

    await idler.stop();
    await waitFor('catalog', 'left behind');
    const next = await startConsumer(async ({ price }) => void heard.push(price));
    await eventually(async () => expect(await next.idle()).toBe(true), { withinMs: 5_000 });
    expect(heard).toEqual(['left behind']);
  });
});

/** Puts a message where it stands after its handler has failed three times. */
async function waitFor(service: string, price: string): Promise<void> {
  const event = priceLinked(price);
  await stack.broker.publish({
    exchange: stack.broker.topology.retry,
    routingKey: `${RETRY_DELAYS_MS.at(-1)}.${service}`,
    content: Buffer.from(JSON.stringify(event)),
    mandatory: true,
    messageId: event.id,
    type: event.type,
  });
}

describe('a failing handler', () => {
  test('is tried again with back-off, then the message is parked with the code of the reason', async () => {
    const attempts: number[] = [];
    await startConsumer(async () => {
      attempts.push(performance.now());
      throw new AppError('dependency_unavailable', { secret: 'not in the headers' });
    });
    const event = priceLinked('poison');
    await publishNow(stack.broker, event);
    await eventually(async () => expect(await parkedCount(stack.broker)).toBe(1), { withinMs: 10_000 });
    expect(attempts).toHaveLength(RETRY_DELAYS_MS.length + 1);
    for (const [step, delayMs] of RETRY_DELAYS_MS.entries())
      expect((attempts[step + 1] ?? 0) - (attempts[step] ?? 0)).toBeGreaterThanOrEqual(delayMs);
    expect(await listParked(stack.broker, { service: 'catalog' })).toEqual([
      { messageId: event.id, type: event.type, reason: 'dependency_unavailable', attempts: 4 },
    ]);
  });

  test('is parked while the others flow', async () => {
    const heard: string[] = [];
    await startConsumer(async ({ price }) => {
      if (price === 'poison') throw new Error('always');
      heard.push(price);
    });
    const names = ['a', 'poison', 'b', 'c'];
    for (const name of names) await publishNow(stack.broker, priceLinked(name));
    await eventually(() => expect(heard).toEqual(['a', 'b', 'c']), { withinMs: 5_000 });
    await eventually(
      async () =>
        expect(await listParked(stack.broker, { service: 'catalog' })).toMatchObject([{ reason: 'internal' }]),
      { withinMs: 10_000 },
    );
  });

  test('that recovers has its effect, and nothing is parked', async () => {
    const heard: string[] = [];
    let failures = 2;
    const busy = await startConsumer(async ({ price }) => {
      failures -= 1;
      if (failures >= 0) throw new Error('not yet');
      heard.push(price);
    });
    await publishNow(stack.broker, priceLinked('late'));
    await eventually(() => expect(heard).toEqual(['late']), { withinMs: 10_000 });
    await eventually(async () => expect(await busy.idle()).toBe(true), { withinMs: 5_000 });
    expect(await parkedCount(stack.broker)).toBe(0);
  });
});

describe('a message that no second try can help', () => {
  const event = priceLinked('fine');
  const cases = {
    'is not JSON': '{"specversion":',
    'is no envelope': '{}',
    'has data of the wrong shape': JSON.stringify({ ...event, data: { packageId: 7 } }),
    'is of a type this service does not hear': JSON.stringify({ ...event, type: 'billing.PaymentFailed.v1' }),
  };

  test.each(Object.entries(cases))('is parked at once when it %s', async (_, content) => {
    let calls = 0;
    await startConsumer(async () => void (calls += 1));
    await publishNow(stack.broker, event, content);
    await eventually(async () => expect(await parkedCount(stack.broker)).toBe(1));
    const [parked] = await listParked(stack.broker, { service: 'catalog' });
    expect(parked).toMatchObject({ messageId: event.id, attempts: 1 });
    expect(['invalid_request', 'unknown_type']).toContain(parked?.reason);
    expect(calls).toBe(0);
  });

  test('is parked at once when the handler calls it invalid', async () => {
    let calls = 0;
    await startConsumer(async () => {
      calls += 1;
      throw new AppError('invalid_request');
    });
    await publishNow(stack.broker, event);
    await eventually(async () => expect(await parkedCount(stack.broker)).toBe(1));
    expect(calls).toBe(1);
  });
});

describe('parked messages', () => {
  test('are replayed into the queue with fresh attempts, and only those named', async () => {
    const heard: string[] = [];
    let broken = true;
    await startConsumer(async ({ price }) => {
      if (broken) throw new AppError('invalid_request');
      heard.push(price);
    });
    const [one, two] = [priceLinked('one'), priceLinked('two')];
    for (const event of [one, two]) await publishNow(stack.broker, event);
    await eventually(async () => expect(await parkedCount(stack.broker)).toBe(2), { withinMs: 5_000 });
    broken = false;
    expect(await replayParked(stack.broker, { service: 'catalog', messageIds: [two.id] })).toBe(1);
    await eventually(() => expect(heard).toEqual(['two']), { withinMs: 5_000 });
    await eventually(
      async () => expect(await listParked(stack.broker, { service: 'catalog' })).toMatchObject([{ messageId: one.id }]),
      { withinMs: 5_000 },
    );
    expect(await replayParked(stack.broker, { service: 'catalog', limit: 10 })).toBe(1);
    await eventually(() => expect(heard).toEqual(['two', 'one']), { withinMs: 5_000 });
    expect(await parkedCount(stack.broker)).toBe(0);
  });

  test('include what has killed its consumer again and again', async () => {
    const event = priceLinked('killer');
    await publishNow(stack.broker, event);
    const queue = stack.broker.topology.queueOf('catalog');
    for (let deaths = 0; deaths < 100 && (await parkedCount(stack.broker)) === 0; deaths += 1) {
      // A consumer that dies: its channel closes with the message in hand.
      const channel = await stack.broker.openChannel();
      await channel.get(queue);
      await channel.close();
    }
    expect(await listParked(stack.broker, { service: 'catalog' })).toEqual([
      { messageId: event.id, type: event.type, reason: 'delivery_limit', attempts: 0 },
    ]);
  });
});
