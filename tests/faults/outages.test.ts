import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import mongoose from 'mongoose';
import { dataOf } from '../support/api.ts';
import { dieAt, hasDied } from '../support/crash.ts';
import { checkWorld } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
import { startSale } from '../support/sale.ts';
import {
  balanceOf,
  book,
  confirmPayment,
  type Consultation,
  freshKey,
  mailsTo,
  type Package,
  type Person,
  type World,
} from '../support/world.ts';

/** The reservation's deadline in this world, so that the test need not wait a minute for the fence. */
const RESERVATION_DEADLINE_SECONDS = 4;
/** Deadline, the fence's tick and the message's way. */
const SETTLED_WITHIN_MS = 30_000;
/** The gateway's bound, and a busy machine. */
const ANSWERED_WITHIN_MS = 12_000;
const CREDITS = 10;

let world: World;
let client: Person;
let mike: Person;

beforeAll(async () => {
  const bundle = { name: 'Support Bundle', credits: CREDITS, days: 180, amount: 79_000 };
  const env = { RESERVATION_DEADLINE_SECONDS: String(RESERVATION_DEADLINE_SECONDS) };
  ({ world, mike, client } = await startSale('outage', bundle, env));
}, 180_000);
afterAll(async () => {
  await world?.stop();
}, 60_000);

const session = (title: string, scheduledStart: string) => ({
  consultantId: mike.userId,
  title,
  type: 'advisory',
  scheduledStart,
  durationMinutes: 60,
});
const available = async () => (await balanceOf(client)).availableCredits;
const booked = async (title: string) =>
  dataOf<Consultation[]>(await client.api.get('/api/consultations/me')).filter((one) => one.details.title === title);

describe('credits hangs', () => {
  test('a booking is answered within its bound, and no credit is lost to it', async () => {
    const before = await available();
    const { child } = world.stack.part('credits');
    child.kill('SIGSTOP');
    const from = performance.now();
    const answer = await client.api
      .post('/api/consultations', session('Unanswered', '2025-01-06T10:00:00Z'), freshKey())
      .finally(() => child.kill('SIGCONT'));
    expect([503, 504]).toContain(answer.status);
    expect(performance.now() - from).toBeLessThan(ANSWERED_WITHIN_MS);
    // What reached credits before it hung takes effect now, until the fence has asked.
    await checkWorld(world, SETTLED_WITHIN_MS);
    expect(await available()).toBe(before);
    expect(await booked('Unanswered')).toEqual([]);
  }, 90_000);

  test('the same request, sent again when it goes on, is one session for one credit', async () => {
    const before = await available();
    const { child } = world.stack.part('credits');
    const key = freshKey();
    const send = () => client.api.post('/api/consultations', session('Sent again', '2025-01-06T12:00:00Z'), key);
    child.kill('SIGSTOP');
    const first = await send().finally(() => child.kill('SIGCONT'));
    expect([503, 504]).toContain(first.status);
    await eventually(async () => expect((await send()).status).toBe(201));
    await checkWorld(world, SETTLED_WITHIN_MS);
    expect(await available()).toBe(before - 1);
    expect(await booked('Sent again')).toHaveLength(1);
  }, 90_000);
});

describe('Stripe hangs', () => {
  test('a purchase is answered within the bound with when to come back, and is one payment when Stripe goes on', async () => {
    const before = await available();
    const buyer = client.api;
    const [pack] = dataOf<Package[]>(await buyer.get('/api/billing/packages'));
    if (pack === undefined) throw new Error('nothing is on sale');
    const { amount, currency } = pack.pricing;
    const key = freshKey();
    const send = () =>
      buyer.post<{ transactionId: string; clientSecret: string }>(
        '/api/billing/payments/intent',
        { packageId: pack.packageId, amount, currency },
        key,
      );
    // Each call is tried twice.
    await failing([{ method: 'POST', path: '/v1/payment_intents', answer: 'nothing', times: 2 }]);
    const from = performance.now();
    const refused = await send();
    expect(performance.now() - from).toBeLessThan(ANSWERED_WITHIN_MS);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await failing([]);
    // The same request again, as its caller was told; while the call that hung is given up its key is busy.
    const opened = await eventually(
      async () => {
        const answer = await send();
        expect(answer.status).toBe(200);
        return answer.body;
      },
      { withinMs: SETTLED_WITHIN_MS },
    );
    expect((await confirmPayment(world, opened.clientSecret)).status).toBe(200);
    await eventually(async () => expect(await available()).toBe(before + CREDITS), { withinMs: SETTLED_WITHIN_MS });
    const bought = dataOf<{ transactionId: string }[]>(await buyer.get('/api/billing/transactions'));
    expect(bought.map(({ transactionId }) => transactionId)).toContain(opened.transactionId);
    // The one the world began with, and this one.
    expect(bought).toHaveLength(2);
    await checkWorld(world);
  }, 120_000);

  async function failing(faults: object[]): Promise<void> {
    const answer = await fetch(`${world.stack.urls.sandbox}/sandbox/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
    expect(answer.status).toBe(200);
  }
});

describe('notification is away', () => {
  test('sessions are booked all the same, and everybody is told once when it is back', async () => {
    await world.stack.part('notification').stop();
    const titles = ['Nobody told 1', 'Nobody told 2'];
    for (const [index, title] of titles.entries())
      await book(client, session(title, `2025-01-07T${10 + index}:00:00Z`));
    await world.stack.restart('notification');
    for (const title of titles)
      for (const person of [client, mike]) {
        await mailOf(world, person, new RegExp(title));
      }
    await checkWorld(world);
    for (const { email } of [client, mike]) {
      const subjects = (await mailsTo(world, email)).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject.includes('Nobody told'))).toHaveLength(titles.length);
    }
  }, 90_000);
});

describe('the gateway is killed', () => {
  test('between the answer of a service and keeping it: the same request has the same session, once', async () => {
    const before = await available();
    const key = freshKey();
    const send = () => client.api.post('/api/consultations', session('Answer lost', '2025-01-08T10:00:00Z'), key);
    await dieAt(world, 'gateway', 'gateway.before-keep');
    await expect(send()).rejects.toThrow();
    await hasDied(world, 'gateway');
    await world.stack.restart('gateway');
    const [lost] = await booked('Answer lost');
    const waiting = await send();
    expect([waiting.status, waiting.body.code]).toEqual([409, 'idempotency_in_progress']);
    await endLease(key);
    const again = await send();
    expect(dataOf<Consultation>(again, 201).consultationId).toBe(lost?.consultationId);
    expect((await send()).headers.get('idempotent-replayed')).toBe('true');
    expect(await booked('Answer lost')).toHaveLength(1);
    await checkWorld(world);
    expect(await available()).toBe(before - 1);
  }, 90_000);

  /** The minute for which a request that died keeps its key. */
  async function endLease(key: string): Promise<void> {
    const { mongoUri, namespace } = world.stack;
    const connection = await mongoose.createConnection(mongoUri, { dbName: `${namespace}_gateway` }).asPromise();
    const past = { $set: { leaseUntil: new Date('2025-01-01T09:00:00Z') } };
    await connection.collection('answers').updateOne({ key }, past);
    await connection.close();
  }
});
