import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createRelay, type Relay } from '@consult/messaging/relay';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { dropQueues } from '@consult/testing/namespace';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createMessagingStack, logger, type MessagingStack, onceEach, type Thing } from './messaging-stack.ts';

const { AMQP_URL } = testConfig({ namespace: 'none' });
const DIES_WITHIN_MS = 30_000;
let stack: MessagingStack;
let relay: Relay;
beforeEach(async () => {
  stack = await createMessagingStack(AMQP_URL);
  relay = nextStart();
});
afterEach(async () => {
  await relay.stop();
  await stack.close();
  await dropQueues(stack.namespace, AMQP_URL);
});

/** Lets a publisher die at the fault point; answers the writes it had acknowledged. */
async function publisherDies(faultPoint: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--conditions=source', join(import.meta.dirname, 'messaging-publisher.ts')], {
    env: {
      ...process.env,
      CONSULT_MODE: 'sandbox',
      FAULT_POINT: faultPoint,
      MONGODB_URI: stack.mongoUri,
      AMQP_URL,
      CONSULT_NAMESPACE: stack.namespace,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: DIES_WITHIN_MS,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const signal = await new Promise<string | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  return output.trim().split('\n');
}

/** Each write has one effect: those that were acknowledged, and one that the database took while its writer died. */
async function expectOneEffectEach(acknowledged: string[]): Promise<void> {
  const things = await stack.connection.collection<Thing>('things').find().toArray();
  const written = things.map(({ _id }) => _id);
  expect(written).toEqual(expect.arrayContaining(acknowledged));
  expect(await stack.effects()).toEqual(onceEach(written));
}

/** What the next start of the service does. */
function nextStart() {
  const { connection, broker } = stack;
  return createRelay({ connection, broker, collections: ['things'], logger, sweepAgeMs: 0 });
}

test('a publisher killed between write and publish loses nothing: its next start publishes what was left', async () => {
  const written = await publisherDies('messaging.before-publish:12');
  expect(await relay.pending()).toBeGreaterThanOrEqual(1);
  await relay.start();
  await eventually(() => expectOneEffectEach(written), { withinMs: 15_000 });
  await eventually(async () => expect(await relay.pending()).toBe(0), { withinMs: 5_000 });
});

test('a publisher killed between publish and mark publishes twice, and the effect is there once', async () => {
  const written = await publisherDies('messaging.before-pull:5');
  await relay.start();
  await eventually(() => expectOneEffectEach(written), { withinMs: 15_000 });
  await eventually(async () => expect(await relay.pending()).toBe(0), { withinMs: 5_000 });
  const effects = Object.keys(await stack.effects()).length;
  await eventually(() => expect(stack.calls()).toBeGreaterThan(effects), { withinMs: 5_000 });
  await expectOneEffectEach(written);
});
