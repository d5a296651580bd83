import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startParticipant, type FakeParticipant } from './participant.ts';
import { startReceiver, startSandbox, WEBHOOK_SECRET, type Running } from './support.ts';

const START = '2025-01-01T09:00:00.000Z';
let running: Running;
let participants: FakeParticipant[];

beforeEach(async () => {
  participants = [];
  running = await startSandbox();
});
afterEach(async () => {
  await Promise.all(participants.map((one) => one.stop()));
  await running.stop();
});

async function participant(name: string, given?: { stuck?: boolean; slowMs?: number }): Promise<FakeParticipant> {
  const one = await startParticipant(name, given);
  participants.push(one);
  expect(await one.register(running)).toEqual({ status: 200, body: { now: START } });
  return one;
}
const advance = (body: object) => running.control('/sandbox/clock/advance', { method: 'POST', body });

describe('business time', () => {
  test('starts where it is told, stands still, and moves by days, hours or to an instant', async () => {
    expect((await running.control('/sandbox/clock')).body).toEqual({ now: START });
    expect((await advance({ days: 2, hours: 1.5 })).body).toEqual({ now: '2025-01-03T10:30:00.000Z' });
    expect((await advance({ to: '2025-01-04' })).body).toEqual({ now: '2025-01-04T00:00:00.000Z' });
    expect((await advance({ to: '2025-01-04T03:00:00+02:00' })).body).toEqual({ now: '2025-01-04T01:00:00.000Z' });
    expect((await running.control('/sandbox/clock')).body).toEqual({ now: '2025-01-04T01:00:00.000Z' });
  });

  test('never goes back', async () => {
    await advance({ days: 1 });
    expect(await advance({ to: START })).toMatchObject({
      status: 422,
      body: { code: 'rule_refused', now: '2025-01-02T09:00:00.000Z' },
    });
    expect((await running.control('/sandbox/clock')).body).toEqual({ now: '2025-01-02T09:00:00.000Z' });
  });

  test('survives a restart, whatever start is named then', async () => {
    await advance({ days: 10 });
    await running.stop({ keepData: true });
    running = await startSandbox({ CONSULT_NAMESPACE: running.namespace, CONSULT_CLOCK_START: '2020-01-01T00:00:00Z' });
    expect((await running.control('/sandbox/clock')).body).toEqual({ now: '2025-01-11T09:00:00.000Z' });
  });

  test.each([
    [{}, undefined],
    [{ to: 'tomorrow' }, '/to'],
    [{ to: '2025-02-30T10:00:00Z' }, '/to'],
    [{ to: '2025-02-03T99:00:00Z' }, '/to'],
    [{ days: -1 }, '/days'],
    [{ days: 1, to: '2026-01-01' }, '/to'],
    [{ weeks: 1 }, '/weeks'],
  ])('%j is refused and moves nothing', async (body, pointer) => {
    const answer = await advance(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    if (pointer !== undefined) expect(JSON.stringify(answer.body)).toContain(`"${pointer}"`);
    expect((await running.control('/sandbox/clock')).body).toEqual({ now: START });
  });

  test('with real Stripe keys it is real time, and cannot be moved', async () => {
    const real = await startSandbox({ STRIPE_REAL: true });
    const answer = await real.control('/sandbox/clock/advance', { method: 'POST', body: { days: 1 } });
    const { now } = (await real.control('/sandbox/clock')).body as { now: string };
    await real.stop();
    expect(answer).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5_000);
  });
});

describe('participants', () => {
  test('all are told each due instant of any of them, in order, and then the target', async () => {
    const [credits, scheduling] = [await participant('credits'), await participant('scheduling')];
    credits.due = ['2025-01-02T00:00:00.000Z', '2025-01-05T00:00:00.000Z'];
    scheduling.due = ['2025-01-03T00:00:00.000Z', '2025-02-01T00:00:00.000Z'];
    expect((await advance({ to: '2025-01-10T00:00:00Z' })).body).toEqual({ now: '2025-01-10T00:00:00.000Z' });
    const told = [
      '2025-01-02T00:00:00.000Z',
      '2025-01-03T00:00:00.000Z',
      '2025-01-05T00:00:00.000Z',
      '2025-01-10T00:00:00.000Z',
    ];
    expect(credits.told).toEqual(told);
    expect(scheduling.told).toEqual(told);
  });

  test('it waits until everyone is idle twice in a row', async () => {
    const credits = await participant('credits');
    credits.restless = [false, false, true, false, true];
    await advance({ days: 1 });
    expect(credits.restless).toEqual([]);
  });

  test('with nothing due, an advance over a year is quick', async () => {
    for (const name of ['identity', 'catalog', 'billing', 'credits', 'scheduling', 'notification', 'gateway'])
      await participant(name);
    await advance({ hours: 1 });
    const began = performance.now();
    await advance({ days: 365 });
    // Hour by hour it would be 8,760 rounds.
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('two advances at once come one after another', async () => {
    const credits = await participant('credits');
    const answers = await Promise.all([advance({ days: 1 }), advance({ days: 1 })]);
    expect(answers.map(({ body }) => body)).toEqual([
      { now: '2025-01-02T09:00:00.000Z' },
      { now: '2025-01-03T09:00:00.000Z' },
    ]);
    expect(credits.told).toEqual(['2025-01-02T09:00:00.000Z', '2025-01-03T09:00:00.000Z']);
  });

  test('one that does not answer is named', async () => {
    const credits = await participant('credits');
    await credits.stop();
    expect(await advance({ days: 1 })).toMatchObject({
      status: 504,
      body: { code: 'deadline_exceeded', participant: 'credits' },
    });
  });

  test('one that was replaced by a younger process of its name is forgotten', async () => {
    const old = await participant('credits');
    await old.stop();
    const young = await startParticipant('credits');
    participants.push(young);
    await running.control('/participants', {
      method: 'POST',
      body: { name: 'credits', instanceId: 'credits-2', url: young.url },
    });
    expect((await advance({ days: 1 })).status).toBe(200);
    expect(young.told).toEqual(['2025-01-02T09:00:00.000Z']);
  });

  test('one that never gets done what is due is named, and the next advance still runs', async () => {
    const credits = await participant('credits', { stuck: true });
    credits.due = ['2025-01-01T12:00:00.000Z'];
    expect(await advance({ days: 1 })).toMatchObject({
      status: 504,
      body: { busy: ['credits'], now: '2025-01-01T12:00:00.000Z' },
    });
    credits.due = [];
    expect((await advance({ to: '2025-01-02T00:00:00Z' })).status).toBe(200);
  });

  test('a registration that is not one is refused', async () => {
    const answer = await running.control('/participants', {
      method: 'POST',
      body: { name: 'credits', url: 'ftp://x' },
    });
    expect(answer.status).toBe(400);
    expect((await running.control('/participants')).body).toEqual([]);
  });

  test('a renewal is an instant like any other, and everyone knows the time before its webhooks go', async () => {
    const credits = await participant('credits', { slowMs: 300 });
    const receiver = await startReceiver();
    const stack = await startSandbox({ STRIPE_WEBHOOK_URL: receiver.url, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
    await credits.register(stack);
    const price = await stack.stripe.prices.create({
      product_data: { name: 'Growth' },
      currency: 'usd',
      unit_amount: 79_900,
      recurring: { interval: 'month' },
    });
    const customer = await stack.stripe.customers.create({ payment_method: 'pm_card_visa' });
    const [method] = (await stack.stripe.customers.listPaymentMethods(customer.id)).data;
    await stack.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      default_payment_method: method?.id ?? '',
    });
    const toldWhenPaid: number[] = [];
    receiver.onEvent = ({ type }) => {
      if (type === 'invoice.paid') toldWhenPaid.push(credits.told.length);
    };
    await stack.advance({ to: '2025-02-15T00:00:00Z' });
    await stack.stop();
    await receiver.stop();
    expect(credits.told).toEqual(['2025-02-01T09:00:00.000Z', '2025-02-15T00:00:00.000Z']);
    // The first invoice was paid before the clock moved, the second after everyone had been told.
    expect(toldWhenPaid.at(-1)).toBe(1);
  });
});
