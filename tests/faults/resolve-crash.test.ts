import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { fetch } from 'undici';
import { type Answer, dataOf } from '../support/api.ts';
import { comesBack, diesAskedAt } from '../support/crash.ts';
import { checkWorld } from '../support/invariants.ts';
import { startSale } from '../support/sale.ts';
import {
  advanceTo,
  balanceOf,
  book,
  type Consultation,
  freshKey,
  type Person,
  type Tenant,
  type World,
} from '../support/world.ts';

const SETTLED_WITHIN_MS = 30_000;
const PRICE_MINOR = 9_900;

interface Trail {
  payment: { transactionId: string; grossMinor: number } | null;
  lot: { lotId: string; granted?: { movementId: string } };
  movements: { kind: string; movementId: string }[];
  steps: { move: string; eventId?: string }[];
  earnings: { kind: string; amountMinor?: number }[];
  missing: string[];
}

describe('a no-show is disputed and settled', () => {
  let world: World;
  let tenant: Tenant;
  let client: Person;
  let mike: Person;

  beforeAll(async () => {
    const bundle = { name: 'Quick Start', credits: 3, days: 60, amount: 3 * PRICE_MINOR };
    ({ world, tenant, mike, client } = await startSale('settle', bundle));
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const available = async () => (await balanceOf(client)).availableCredits;
  const sessions = () => client.api.get('/api/consultations/me');
  const trailOf = async (id: string, by = tenant.admin) =>
    dataOf<Trail>(await by.api.get(`/api/consultations/${id}/trail`));
  const move = (by: Person, id: string, name: string, body: object, key = freshKey()): Promise<Answer> =>
    by.api.post(`/api/consultations/${id}/${name}`, body, key);

  /** Booked for that hour, which has begun ten minutes ago. */
  async function begun(date: string): Promise<string> {
    const { consultationId } = await book(client, {
      consultantId: mike.userId,
      title: 'Missed',
      type: 'advisory',
      scheduledStart: `${date}T10:00:00Z`,
      durationMinutes: 60,
    });
    await advanceTo(world, `${date}T10:10:00Z`);
    return consultationId;
  }

  test('scheduling dies after the admin’s word: the used credit comes back by its event, once, and the earning with it', async () => {
    const before = await available();
    const id = await begun('2025-01-06');
    dataOf(await move(mike, id, 'no-show', { who: 'client' }));
    await eventually(async () => {
      expect((await trailOf(id)).movements.map(({ kind }) => kind)).toEqual(['reserved', 'held', 'used']);
    });
    dataOf(await move(client, id, 'dispute-no-show', { reason: 'The link did not work' }));
    const open = dataOf<Consultation[]>(await tenant.admin.api.get('/api/admin/consultations?disputed=true'));
    expect(open.map(({ consultationId }) => consultationId)).toEqual([id]);

    const word = { credit: 'return', earningPercent: 50, reason: 'Both were heard' };
    const key = freshKey();
    await diesAskedAt(world, 'scheduling', 'scheduling.after-move', () => move(tenant.admin, id, 'resolve', word, key));
    await comesBack(world, 'scheduling', sessions);
    await eventually(async () => expect(await available()).toBe(before), { withinMs: SETTLED_WITHIN_MS });
    dataOf(await move(tenant.admin, id, 'resolve', word, key));

    const trail = await trailOf(id);
    expect(trail.movements.map(({ kind }) => kind)).toEqual(['reserved', 'held', 'used', 'used_reversed']);
    expect(trail.steps.map((step) => step.move)).toEqual(['book', 'no-show', 'dispute-no-show', 'resolve']);
    expect(new Set(trail.steps.map(({ eventId }) => eventId)).size).toBe(4);
    expect(trail.earnings.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['accrued', PRICE_MINOR],
      ['adjusted', -PRICE_MINOR / 2],
    ]);
    expect(trail.lot.granted?.movementId).toBe(`${trail.lot.lotId}:grant`);
    expect(trail).toMatchObject({ payment: { grossMinor: 3 * PRICE_MINOR }, missing: [] });
    await checkWorld(world, SETTLED_WITHIN_MS);
  }, 120_000);

  test('a client marks the consultant: the credit is back, and cannot be taken again; the consultant is paid all the same', async () => {
    const before = await available();
    const id = await begun('2025-01-07');
    expect(await available()).toBe(before - 1);
    dataOf(await move(client, id, 'no-show', { who: 'consultant' }));
    await eventually(async () => expect(await available()).toBe(before));
    dataOf(await move(mike, id, 'dispute-no-show', { reason: 'I was there' }));
    const word = { earningPercent: 100, reason: 'He was there' };
    const taken = await move(tenant.admin, id, 'resolve', { ...word, credit: 'use' });
    expect([taken.status, taken.body['why']]).toEqual([422, 'credit_already_returned']);
    dataOf(await move(tenant.admin, id, 'resolve', { ...word, credit: 'return' }));

    const earnings = `/api/consultants/${mike.userId}/earnings?from=2025-01-01&to=2025-02-01`;
    expect(dataOf(await mike.api.get(earnings))).toMatchObject({
      months: [{ month: '2025-01', amountMinor: PRICE_MINOR / 2 + PRICE_MINOR, currency: 'USD', sessions: 2 }],
    });
    const statement = `/api/consultants/${mike.userId}/statement.csv?month=2025-01`;
    const lines = await mike.api.with({ accept: 'application/json' }).get(statement);
    expect(dataOf<{ amountMinor: number; clientName: string }[]>(lines)).toMatchObject([
      { amountMinor: PRICE_MINOR, clientName: client.name },
      { amountMinor: -PRICE_MINOR / 2, kind: 'adjusted' },
      { amountMinor: PRICE_MINOR, kind: 'adjusted' },
    ]);
    await checkWorld(world, SETTLED_WITHIN_MS);
  }, 120_000);

  test('without billing the trail says so, and gives the rest', async () => {
    const [{ consultationId } = { consultationId: '' }] = dataOf<Consultation[]>(
      await client.api.get('/api/consultations/me'),
    );
    await world.stack.part('billing').stop();
    const trail = await trailOf(consultationId, client);
    expect(trail).toMatchObject({ payment: null, missing: ['billing'] });
    expect(trail.movements.length).toBeGreaterThan(0);
    // What the consultant earns is not for the client.
    expect(trail.earnings.map(({ amountMinor }) => amountMinor)).toEqual([undefined]);
    await world.stack.restart('billing');
    await eventually(async () => expect((await trailOf(consultationId, client)).missing).toEqual([]));
  }, 60_000);

  test('a calendar subscribes to both sides, until the link is changed', async () => {
    const links = await Promise.all(
      [client, mike].map(async ({ api }) => dataOf<{ url: string }>(await api.post('/api/me/calendar-link'), 201).url),
    );
    const feeds = await Promise.all(links.map(async (url) => (await fetch(url)).text()));
    expect(feeds.map((text) => text.match(/^BEGIN:VEVENT/gm)?.length)).toEqual([2, 2]);
    expect(feeds[0]).toContain('SUMMARY:Missed (Mike Johnson)');
    dataOf(await client.api.post('/api/me/calendar-link'), 201);
    expect((await fetch(links[0] ?? '')).status).toBe(404);
  }, 60_000);
});
