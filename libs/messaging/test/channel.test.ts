import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeQuietly, keepChannel } from '../src/channel.ts';
import { createStack, logger, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await createStack();
});
afterAll(async () => {
  await stack.close();
});

test('a channel that the broker closes is opened and prepared again, until it is no longer wanted', async () => {
  let prepared = 0;
  const kept = keepChannel({
    name: 'test',
    logger,
    open: () => stack.broker.openChannel(),
    prepare: async (channel) => {
      prepared += 1;
      // The first attempt fails on the way: that is tried again, too.
      if (prepared === 1) await channel.checkQueue(`${stack.namespace}.nowhere`);
    },
  });
  const first = await eventually(() => kept.current() ?? expect(kept.current()).toBeDefined());
  expect(prepared).toBe(2);
  await first?.checkQueue(`${stack.namespace}.nowhere`).catch(() => {});
  const second = await eventually(() => {
    expect(prepared).toBe(3);
    return kept.current() ?? expect(kept.current()).toBeDefined();
  });
  expect(second).not.toBe(first);
  await kept.close();
  expect(kept.current()).toBeUndefined();
  await expect(second?.checkQueue(stack.broker.topology.queueOf('catalog'))).rejects.toThrow('Channel closed');
  if (second) await closeQuietly(second);
});
