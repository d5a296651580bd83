import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { dataOf } from '../support/api.ts';
import { comesBack, diesAskedAt } from '../support/crash.ts';
import { checkWorld } from '../support/invariants.ts';
import { mailOf } from '../support/mail.ts';
import { startSale } from '../support/sale.ts';
import { balanceOf, type Consultation, freshKey, type Person, type World } from '../support/world.ts';

/** The reservation's deadline in this world, so that the test need not wait a minute for the fence. */
const RESERVATION_DEADLINE_SECONDS = 4;
/** Deadline, the fence's tick and the message's way. */
const SETTLED_WITHIN_MS = 30_000;

describe('scheduling dies in the middle of a booking', () => {
  let world: World;
  let client: Person;
  let mike: Person;
  const sessions = () => client.api.get('/api/consultations/me');

  beforeAll(async () => {
    const bundle = { name: 'Quick Start', credits: 3, days: 60, amount: 29_700 };
    const env = { RESERVATION_DEADLINE_SECONDS: String(RESERVATION_DEADLINE_SECONDS) };
    ({ world, mike, client } = await startSale('crash', bundle, env));
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const session = (start: string) => ({
    consultantId: mike.userId,
    title: 'Interrupted',
    type: 'advisory',
    scheduledStart: start,
    durationMinutes: 60,
  });

  test('between reserving and inserting: the credit comes back by itself, and no session stands', async () => {
    const key = freshKey();
    const send = () => client.api.post('/api/consultations', session('2025-01-06T10:00:00Z'), key);
    await diesAskedAt(world, 'scheduling', 'scheduling.after-reserve', send);
    // The reservation holds the credit until its fence has asked.
    expect((await balanceOf(client)).availableCredits).toBe(2);

    await comesBack(world, 'scheduling', sessions);
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(3), {
      withinMs: SETTLED_WITHIN_MS,
    });
    expect(dataOf<Consultation[]>(await client.api.get('/api/consultations/me'))).toEqual([]);
    await checkWorld(world);
  }, 90_000);

  test('between reserving and inserting, asked again under the same key: one session for one credit', async () => {
    const key = freshKey();
    const send = () => client.api.post('/api/consultations', session('2025-01-07T10:00:00Z'), key);
    await diesAskedAt(world, 'scheduling', 'scheduling.after-reserve', send);
    await comesBack(world, 'scheduling', sessions);
    expect((await send()).status).toBe(201);
    await checkWorld(world, SETTLED_WITHIN_MS);
    expect((await balanceOf(client)).availableCredits).toBe(2);
  }, 90_000);

  test('after inserting, before anything was published: the session stands, is paid for, and is told of', async () => {
    const before = (await balanceOf(client)).availableCredits;
    const key = freshKey();
    const body = { ...session('2025-01-08T10:00:00Z'), title: 'Survives a crash' };
    const send = () => client.api.post('/api/consultations', body, key);
    await diesAskedAt(world, 'scheduling', 'scheduling.after-insert', send);
    await comesBack(world, 'scheduling', sessions);
    await mailOf(world, client, /Survives a crash/);
    expect((await send()).status).toBe(201);
    const history = dataOf<Consultation[]>(await client.api.get('/api/consultations/me'));
    expect(history.filter((one) => one.details.title === 'Survives a crash')).toHaveLength(1);
    expect((await balanceOf(client)).availableCredits).toBe(before - 1);
    await checkWorld(world, SETTLED_WITHIN_MS);
  }, 90_000);

  test('after cancelling, before the credit is given back: it comes back by the event, once', async () => {
    const body = { ...session('2025-01-09T10:00:00Z'), title: 'Given up' };
    const booked = dataOf<Consultation>(await client.api.post('/api/consultations', body, freshKey()), 201);
    const before = (await balanceOf(client)).availableCredits;
    const path = `/api/consultations/${booked.consultationId}/cancel`;
    const key = freshKey();
    const send = () => client.api.post(path, { reason: 'ill' }, key);
    await diesAskedAt(world, 'scheduling', 'scheduling.after-move', send);
    await comesBack(world, 'scheduling', sessions);
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(before + 1), {
      withinMs: SETTLED_WITHIN_MS,
    });
    const again = dataOf<Consultation>(await send());
    expect(again.status.current).toBe('cancelled');
    expect((await balanceOf(client)).availableCredits).toBe(before + 1);
    await checkWorld(world, SETTLED_WITHIN_MS);
  }, 90_000);
});
