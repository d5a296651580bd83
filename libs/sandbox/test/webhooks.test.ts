import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { startReceiver, startSandbox, WEBHOOK_SECRET, type Receiver, type Running } from './support.ts';

let running: Running;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  running = await startSandbox({ STRIPE_WEBHOOK_URL: receiver.url, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
});
afterEach(async () => {
  await running.stop();
  await receiver.stop();
});

const switchTo = (switches: object) => running.control('/sandbox/webhooks', { method: 'PUT', body: switches });
const names = (): string[] => receiver.events.map(({ data }) => (data.object as { name?: string }).name ?? '');
const product = (name: string) => running.stripe.products.create({ name });

test('an event arrives once, signed over its raw body, and can be read again by its id', async () => {
  await product('Grüße “3 × 60 min”');
  await eventually(() => expect(receiver.events).toHaveLength(1));
  const [event] = receiver.events;
  expect(event).toMatchObject({
    type: 'product.created',
    created: Date.parse('2025-01-01T09:00:00Z') / 1_000,
    data: { object: { name: 'Grüße “3 × 60 min”' } },
  });
  expect(await running.stripe.events.retrieve(event?.id ?? '')).toMatchObject({
    id: event?.id,
    type: 'product.created',
  });
  await eventually(async () =>
    expect((await running.control('/sandbox/webhooks')).body).toMatchObject({ undelivered: 0 }),
  );
});

test('what is answered with 500 is sent again, the same event, until it is taken', async () => {
  receiver.answers.push(500, 503);
  await product('again');
  await eventually(() => expect(names()).toEqual(['again']));
  expect(receiver.requests).toBe(3);
  await eventually(async () =>
    expect((await running.control('/sandbox/webhooks')).body).toMatchObject({ undelivered: 0 }),
  );
});

test('a receiver that is away gets everything after it has come back', async () => {
  await receiver.stop();
  for (const name of ['one', 'two', 'three']) await product(name);
  receiver = await startReceiver(Number(new URL(receiver.url).port));
  await eventually(() => expect(names().toSorted()).toEqual(['one', 'three', 'two']));
});

test('what is undelivered when the sandbox ends is delivered after its next start', async () => {
  receiver.answers.push(...Array.from({ length: 50 }, () => 500));
  await product('kept');
  await eventually(() => expect(receiver.requests).toBeGreaterThan(0));
  await running.stop({ keepData: true });
  expect(receiver.events).toEqual([]);
  receiver.answers.length = 0;
  running = await startSandbox({
    CONSULT_NAMESPACE: running.namespace,
    STRIPE_WEBHOOK_URL: receiver.url,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  await eventually(() => expect(names()).toEqual(['kept']));
});

test('the clock does not answer while a webhook is undelivered', async () => {
  await switchTo({ delayMs: 700 });
  await product('slow');
  await running.advance({ days: 1 });
  expect(names()).toEqual(['slow']);
});

test('switches: twice, the wrong way round, not at all', async () => {
  await switchTo({ duplicate: true });
  await product('twice');
  await eventually(() => expect(names()).toEqual(['twice', 'twice']));
  expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(1);

  await switchTo({ reorder: true });
  await Promise.all([product('a'), product('b')]);
  await eventually(() => expect(names()).toHaveLength(4));
  const sequence = (await running.stripe.events.list({ limit: 2 })).data.map(({ id }) => id);
  expect(receiver.events.slice(2).map(({ id }) => id)).toEqual(sequence);

  await switchTo({ drop: ['product.created'] });
  await product('lost');
  expect((await running.control('/sandbox/webhooks')).body).toMatchObject({ undelivered: 0 });
  expect((await running.stripe.events.list({ limit: 1 })).data[0]).toMatchObject({
    data: { object: { name: 'lost' } },
  });
  expect(names()).not.toContain('lost');
});

test('a switch that does not exist is refused', async () => {
  expect(await switchTo({ explode: true })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/explode' }] } });
});
