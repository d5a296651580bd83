import { StripePriceLinked } from '@consult/contracts/events/billing';
import { newEvent } from '@consult/messaging/event';
import { listParked } from '@consult/messaging/parking';
import { createRelay, type Relay } from '@consult/messaging/relay';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canStartBroker, createPrivateBroker, type PrivateBroker } from './messaging-private-broker.ts';
import { createMessagingStack, logger, type MessagingStack, onceEach, type Thing } from './messaging-stack.ts';

const TENANT = '100001';
const WRITERS = 4;
/** Between two writes of one writer: together about 80 a second. */
const WRITE_EVERY_MS = 50;

// Where there is only a broker's address and no broker to start, none can be killed.
const whereABrokerCanStart = canStartBroker ? describe : describe.skip;

whereABrokerCanStart('a broker of its own', () => {
  let privateBroker: PrivateBroker;
  let stack: MessagingStack;
  let relay: Relay;
  const written: string[] = [];

  beforeAll(async () => {
    privateBroker = await createPrivateBroker();
    stack = await createMessagingStack(privateBroker.url);
    const { connection, broker } = stack;
    relay = createRelay({ connection, broker, collections: ['things'], logger });
    await relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await stack.close();
    await privateBroker.remove();
  });

  async function write(id: string): Promise<void> {
    const event = newEvent(StripePriceLinked, {
      tenantId: TENANT,
      subject: id,
      version: 1,
      time: new Date(0),
      data: { packageId: id, packageVersion: 1, productId: 'product', priceId: 'price' },
    });
    await stack.connection
      .collection<Thing>('things')
      .insertOne({ _id: id, tenantId: TENANT, version: 1, outbox: [event] });
    written.push(id);
    relay.nudge('things', TENANT, id, [event]);
  }

  const settled = (withinMs: number) =>
    eventually(
      async () => {
        expect(await stack.effects()).toEqual(onceEach(written));
        expect(await relay.pending()).toBe(0);
      },
      { withinMs },
    );

  test('that is not there at boot delays events, and loses none', async () => {
    await expect(stack.broker.check()).rejects.toMatchObject({ code: 'dependency_unavailable' });
    for (let index = 0; index < 20; index += 1) await write(`boot-${index}`);
    expect(await relay.pending()).toBe(20);
    expect(await stack.effects()).toEqual({});
    await privateBroker.start();
    await settled(20_000);
    await stack.broker.check();
  }, 60_000);

  test('killed under load and started again: each acknowledged write has exactly one effect', async () => {
    let stop = false;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let index = 0; !stop; index += 1) {
        await write(`load-${writer}-${index}`);
        await new Promise((resolve) => setTimeout(resolve, WRITE_EVERY_MS));
      }
    });
    const before = written.length;
    await eventually(() => expect(written.length).toBeGreaterThan(before + 100));
    await privateBroker.kill();
    await eventually(async () =>
      expect(stack.broker.check()).rejects.toMatchObject({ code: 'dependency_unavailable' }),
    );
    const atDeath = written.length;
    // Nobody who writes notices: events wait in their documents.
    await eventually(() => expect(written.length).toBeGreaterThan(atDeath + 40));
    expect(await relay.pending()).toBeGreaterThan(0);
    await privateBroker.start();
    await eventually(() => stack.broker.check(), { withinMs: 15_000 });
    const back = written.length;
    await eventually(() => expect(written.length).toBeGreaterThan(back + 40));
    stop = true;
    await Promise.all(writers);
    await settled(20_000);
    expect(await listParked(stack.broker, { service: 'catalog' })).toEqual([]);
  }, 60_000);
});
