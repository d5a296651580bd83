import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { dataOf } from '../support/api.ts';
import { checkWorld } from '../support/invariants.ts';
import { inParallel, race, tally } from '../support/parallel.ts';
import {
  addConsultant,
  balanceOf,
  buy,
  type Consultation,
  createPackage,
  createTenant,
  freshKey,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

const RACERS = 50;
const CREDITS = 3;
/** Registering and buying in lanes: what races is the booking. */
const LANES = 6;

describe('bookings race', () => {
  let world: World;
  let tenant: Tenant;
  let mike: Person;
  let clients: Person[];

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    tenant = await createTenant(world, 'races');
    mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@races.test');
    await createPackage(tenant, {
      details: { name: 'Quick Start', type: 'consultation_bundle' },
      credits: { total: CREDITS, expiresAfterDays: 60 },
      pricing: { amount: 29700 },
    });
    const names = Array.from({ length: RACERS }, (_, index) => `client-${index}`);
    clients = await inParallel(names, LANES, async (name) => {
      const client = await registerClient(world, tenant.slug, name, `${name}@races.test`);
      await buy(world, client, 'Quick Start');
      return client;
    });
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const session = (start: string) => ({
    consultantId: mike.userId,
    title: 'Everybody wants this one',
    type: 'advisory',
    scheduledStart: start,
    durationMinutes: 60,
  });

  test(`${RACERS} clients on one slot: one booking, ${RACERS - 1} precise refusals, nobody else loses a credit`, async () => {
    const answers = await race(RACERS, (index) =>
      clientAt(index).api.post('/api/consultations', session('2025-01-06T10:00:00Z'), freshKey()),
    );
    expect(tally(answers.map(({ status, body }) => `${status} ${body.code ?? 'booked'}`))).toEqual({
      '201 booked': 1,
      '409 slot_taken': RACERS - 1,
    });
    for (const { status, body } of answers) {
      if (status === 201) continue;
      const nearest = body['nearestSlots'] as { start: string }[];
      expect(nearest.length).toBeGreaterThan(0);
      expect(nearest.map((slot) => slot.start)).not.toContain('2025-01-06T10:00:00.000Z');
    }
    await eventually(
      async () => {
        const balances = await inParallel(clients, LANES, balanceOf);
        expect(tally(balances.map((balance) => String(balance.availableCredits)))).toEqual({
          [CREDITS - 1]: 1,
          [CREDITS]: RACERS - 1,
        });
      },
      { withinMs: SETTLE_MS },
    );
    const schedule = dataOf<Consultation[]>(await mike.api.get('/api/consultations/me'));
    expect(schedule).toHaveLength(1);
    await checkWorld(world);
  }, 120_000);

  test(`one client with ${CREDITS} credits books ${RACERS} free slots at once: exactly ${CREDITS} stand`, async () => {
    const client = await registerClient(world, tenant.slug, 'greedy', 'greedy@races.test');
    await buy(world, client, 'Quick Start');
    const answers = await race(RACERS, (index) => {
      const day = String(7 + Math.floor(index / 10)).padStart(2, '0');
      const hour = String(8 + (index % 10)).padStart(2, '0');
      return client.api.post('/api/consultations', session(`2025-01-${day}T${hour}:00:00Z`), freshKey());
    });
    expect(tally(answers.map(({ status, body }) => `${status} ${body.code ?? 'booked'}`))).toEqual({
      '201 booked': CREDITS,
      '402 credits_required': RACERS - CREDITS,
    });
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(0), { withinMs: SETTLE_MS });
    const history = dataOf<Consultation[]>(await client.api.get('/api/consultations/me'));
    expect(history).toHaveLength(CREDITS);
    await checkWorld(world);
  }, 120_000);

  test('the same booking ten times under one key is one booking with one answer', async () => {
    const client = clientAt(0);
    const before = (await balanceOf(client)).availableCredits;
    const key = freshKey();
    const answers = await race(10, () => client.api.post('/api/consultations', session('2025-01-20T10:00:00Z'), key));
    const booked = answers.filter((answer) => answer.status === 201).map((answer) => answer.body.data as Consultation);
    expect(booked.length).toBeGreaterThan(0);
    expect(new Set(booked.map((one) => one.consultationId)).size).toBe(1);
    // The others found the first one still running, and were told to ask again.
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body.code]).toEqual([409, 'idempotency_in_progress']);
    const again = await client.api.post('/api/consultations', session('2025-01-20T10:00:00Z'), key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const other = await client.api.post('/api/consultations', session('2025-01-21T10:00:00Z'), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect((await balanceOf(client)).availableCredits).toBe(before - 1);
    await checkWorld(world);
  }, 60_000);

  test('ten bookings and ten reschedules into one slot: one has it, all others keep what they had, credits and sessions', async () => {
    const movers = clients.slice(20, 30);
    const balances = () => inParallel(movers, LANES, async (mover) => (await balanceOf(mover)).availableCredits);
    // Whoever of them won the slot of the first race has one credit less than the others.
    const before = await balances();
    const sessions = await inParallel(movers, LANES, async (mover) => {
      const day = String(10 + (movers.indexOf(mover) % 5)).padStart(2, '0');
      const hour = String(8 + Math.floor(movers.indexOf(mover) / 5)).padStart(2, '0');
      const wish = session(`2025-02-${day}T${hour}:00:00Z`);
      return dataOf<Consultation>(await mover.api.post('/api/consultations', wish, freshKey()), 201);
    });
    const slot = { scheduledStart: '2025-02-20T10:00:00Z', scheduledEnd: '2025-02-20T11:00:00Z' };
    const answers = await race(20, (index) => {
      const at = index % 10;
      if (index < 10) return clientAt(30 + at).api.post('/api/consultations', session(slot.scheduledStart), freshKey());
      const path = `/api/consultations/${sessions[at]?.consultationId}/reschedule`;
      return clientAt(20 + at).api.post(path, slot, freshKey());
    });
    const got = tally(answers.map(({ status, body }) => `${status < 300 ? 'has it' : body.code}`));
    expect(got).toEqual({ 'has it': 1, slot_taken: 19 });
    await checkWorld(world);
    expect(await balances()).toEqual(before.map((credits) => credits - 1));
  }, 120_000);

  test('one session moved to five times and cancelled, all at once: it ends cancelled, and its credit is back', async () => {
    const client = clientAt(45);
    const before = (await balanceOf(client)).availableCredits;
    const wish = session('2025-02-24T08:00:00Z');
    const { consultationId } = dataOf<Consultation>(await client.api.post('/api/consultations', wish, freshKey()), 201);
    const answers = await race(6, (index) => {
      const path = `/api/consultations/${consultationId}`;
      if (index === 5) return client.api.post(`${path}/cancel`, { reason: 'enough' }, freshKey());
      const hour = 10 + index;
      const times = { scheduledStart: `2025-02-24T${hour}:00:00Z`, scheduledEnd: `2025-02-24T${hour + 1}:00:00Z` };
      return client.api.post(`${path}/reschedule`, times, freshKey());
    });
    // Who lost against all others may be told to try again.
    const codes = answers.filter(({ status }) => status >= 300).map(({ body }) => body.code);
    expect(codes.filter((code) => code !== 'invalid_transition' && code !== 'conflict')).toEqual([]);
    await client.api.post(`/api/consultations/${consultationId}/cancel`, { reason: 'enough' }, freshKey());
    await checkWorld(world);
    const ended = dataOf<Consultation>(await client.api.get(`/api/consultations/${consultationId}`));
    expect(ended.status.current).toBe('cancelled');
    expect((await balanceOf(client)).availableCredits).toBe(before);
  }, 120_000);

  const clientAt = (index: number): Person => {
    const client = clients[index];
    if (!client) throw new Error(`no client ${index}`);
    return client;
  };
});
