import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClientSession } from 'mongoose';
import { oncePerMessage } from '../src/inbox.ts';
import {
  catalogConsumer,
  createStack,
  parkedCount,
  priceLinked,
  publishNow,
  type Stack,
  TENANT,
} from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await createStack();
});
afterAll(async () => {
  await stack.close();
});

const effects = () => stack.connection.collection<{ _id: string; tenantId: string; effects: number }>('effects');
const countUp = (name: string) => async (session: ClientSession) => {
  await effects().updateOne({ _id: name, tenantId: TENANT }, { $inc: { effects: 1 } }, { upsert: true, session });
};
const effectsOf = async (name: string) => (await effects().findOne({ _id: name, tenantId: TENANT }))?.effects;

test('the same message twice over the broker has one effect', async () => {
  const outcomes: boolean[] = [];
  const consumer = catalogConsumer(stack.broker, async ({ event }) => {
    outcomes.push(await oncePerMessage(stack.connection, 'catalog.test', event, countUp('twice')));
  });
  await consumer.start();
  const event = priceLinked('twice');
  await publishNow(stack.broker, event);
  await publishNow(stack.broker, event);
  await eventually(() => expect(outcomes).toEqual(expect.arrayContaining([true, false])), { withinMs: 10_000 });
  expect(await effectsOf('twice')).toBe(1);
  expect(await parkedCount(stack.broker)).toBe(0);
  await consumer.stop();
});

test('twenty racing arrivals of one message have one effect, and all succeed', async () => {
  const event = priceLinked('race');
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => oncePerMessage(stack.connection, 'racer', event, countUp('race'))),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await effectsOf('race')).toBe(1);
});

test('a failing effect leaves no memory of the message', async () => {
  const event = priceLinked('fails');
  const failing = async (session: ClientSession) => {
    await countUp('fails')(session);
    throw new Error('no');
  };
  await expect(oncePerMessage(stack.connection, 'failing', event, failing)).rejects.toThrow('no');
  expect(await effectsOf('fails')).toBeUndefined();
  expect(await oncePerMessage(stack.connection, 'failing', event, countUp('fails'))).toBe(true);
  expect(await effectsOf('fails')).toBe(1);
});

test('two consumers and two tenants each have their own memory', async () => {
  const event = priceLinked('shared');
  expect(await oncePerMessage(stack.connection, 'one', event, countUp('shared'))).toBe(true);
  expect(await oncePerMessage(stack.connection, 'two', event, countUp('shared'))).toBe(true);
  expect(await oncePerMessage(stack.connection, 'one', { ...event, tenantid: '100002' }, countUp('shared'))).toBe(true);
  expect(await oncePerMessage(stack.connection, 'one', event, countUp('shared'))).toBe(false);
  expect(await effectsOf('shared')).toBe(3);
});
