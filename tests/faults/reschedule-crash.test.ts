import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../support/api.ts';
import { comesBack, dieAt, diesAskedAt, GONE, hasDied } from '../support/crash.ts';
import { checkWorld } from '../support/invariants.ts';
import { inviteOf, mailOf } from '../support/mail.ts';
import { startSale } from '../support/sale.ts';
import {
  advanceTo,
  balanceOf,
  book,
  buy,
  type Consultation,
  freshKey,
  mailsTo,
  type Person,
  registerClient,
  type Tenant,
  type World,
} from '../support/world.ts';

/** The reservation's deadline in this world, so that the test need not wait a minute for the fence. */
const RESERVATION_DEADLINE_SECONDS = 4;
/** Deadline, the fence's tick and the message's way; a message that came too early waits half a minute for its next turn. */
const SETTLED_WITHIN_MS = 60_000;
/** The gateway's bound, and a busy machine. */
const ANSWERED_WITHIN_MS = 12_000;
const CASE_MS = 120_000;

let world: World;
let tenant: Tenant;
let client: Person;
let mike: Person;

beforeAll(async () => {
  const bundle = { name: 'Support Bundle', credits: 10, days: 180, amount: 79_000 };
  const env = { RESERVATION_DEADLINE_SECONDS: String(RESERVATION_DEADLINE_SECONDS) };
  ({ world, tenant, mike, client } = await startSale('moves', bundle, env));
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
const available = async (of = client) => (await balanceOf(of)).availableCredits;
const sessions = () => client.api.get('/api/consultations/me');
const hourAt = (start: string) => ({
  scheduledStart: start,
  scheduledEnd: new Date(Date.parse(start) + 3_600_000).toISOString(),
});
const reschedule = ({ consultationId }: Consultation, start: string, key = freshKey()) =>
  client.api.post<{ data?: Consultation; code?: string }>(
    `/api/consultations/${consultationId}/reschedule`,
    hourAt(start),
    key,
  );
async function shown({ consultationId }: Consultation): Promise<Consultation> {
  return dataOf<Consultation>(await client.api.get(`/api/consultations/${consultationId}`));
}
const bookedBy = async (who: Person, title: string) =>
  dataOf<Consultation[]>(await who.api.get('/api/consultations/me')).filter((one) => one.details.title === title);

describe('scheduling dies in the middle of a reschedule', () => {
  test(
    'between reserving and moving: the session stays where it was; asked again it moves, once',
    async () => {
      const booked = await book(client, session('Interrupted', '2025-01-06T10:00:00Z'));
      const before = await available();
      const key = freshKey();
      await diesAskedAt(world, 'scheduling', 'scheduling.after-reschedule-reserve', () =>
        reschedule(booked, '2025-01-06T14:00:00Z', key),
      );
      await comesBack(world, 'scheduling', sessions);
      await checkWorld(world, SETTLED_WITHIN_MS);
      expect((await shown(booked)).schedule.scheduledStart).toBe('2025-01-06T10:00:00.000Z');
      expect(await available()).toBe(before);
      // Its revision is fenced by now: the next one carries it.
      expect((await reschedule(booked, '2025-01-06T14:00:00Z', key)).status).toBe(200);
      await checkWorld(world, SETTLED_WITHIN_MS);
      const moved = await shown(booked);
      expect(moved.schedule.scheduledStart).toBe('2025-01-06T14:00:00.000Z');
      expect(moved.history.filter(({ move }) => move === 'reschedule')).toHaveLength(1);
      expect(await available()).toBe(before);
    },
    CASE_MS,
  );

  test(
    'after moving, before anything was published: it has moved, both are told, and the calendar follows',
    async () => {
      const booked = await book(client, session('Survives', '2025-01-07T10:00:00Z'));
      const first = await inviteOf(world, client, /Booked: Survives/);
      const key = freshKey();
      await diesAskedAt(world, 'scheduling', 'scheduling.after-reschedule', () =>
        reschedule(booked, '2025-01-07T14:00:00Z', key),
      );
      await comesBack(world, 'scheduling', sessions);
      for (const person of [client, mike]) {
        const invite = await inviteOf(world, person, /Moved: Survives/);
        expect(invite).toMatchObject({ method: 'REQUEST', uid: first.uid, start: '2025-01-07T14:00:00.000Z' });
        expect(invite.sequence).toBeGreaterThan(first.sequence);
      }
      expect((await reschedule(booked, '2025-01-07T14:00:00Z', key)).status).toBe(200);
      const moved = await shown(booked);
      expect(moved.history.filter(({ move }) => move === 'reschedule')).toHaveLength(1);
      await checkWorld(world, SETTLED_WITHIN_MS);
    },
    CASE_MS,
  );

  test(
    'while credits hangs: answered within the bound, and the session stands as it was once it has settled',
    async () => {
      const booked = await book(client, session('Patient', '2025-01-08T10:00:00Z'));
      await checkWorld(world);
      const before = await available();
      const { child } = world.stack.part('credits');
      child.kill('SIGSTOP');
      const from = performance.now();
      const answer = await reschedule(booked, '2025-01-08T14:00:00Z').finally(() => child.kill('SIGCONT'));
      expect(GONE).toContain(answer.status);
      expect(performance.now() - from).toBeLessThan(ANSWERED_WITHIN_MS);
      await checkWorld(world, SETTLED_WITHIN_MS);
      expect((await shown(booked)).schedule.scheduledStart).toBe('2025-01-08T10:00:00.000Z');
      expect(await available()).toBe(before);
    },
    CASE_MS,
  );
});

describe('a slot is held while it is paid', () => {
  let buyers = 0;
  async function newBuyer(): Promise<Person> {
    buyers += 1;
    return registerClient(world, tenant.slug, `Buyer ${buyers}`, `buyer-${buyers}@moves.test`);
  }
  async function hold(buyer: Person, title: string, start: string): Promise<string> {
    const held = await buyer.api.post('/api/slots/hold', session(title, start), freshKey());
    return dataOf<{ holdId: string }>(held, 201).holdId;
  }

  test.each([
    ['scheduling.after-convert-reserve', 'Held and interrupted', '2025-01-09T10:00:00Z'],
    ['scheduling.after-convert', 'Held and survived', '2025-01-10T10:00:00Z'],
  ])(
    'scheduling dies at %s: it is one session for one credit in the end, nobody looking',
    async (point, title, start) => {
      const buyer = await newBuyer();
      const holdId = await hold(buyer, title, start);
      await dieAt(world, 'scheduling', point);
      await buy(world, buyer, 'Support Bundle', { holdId });
      await hasDied(world, 'scheduling');
      await comesBack(world, 'scheduling', sessions);
      await mailOf(world, buyer, new RegExp(`Booked: ${title}`));
      await checkWorld(world, SETTLED_WITHIN_MS);
      expect(await bookedBy(buyer, title)).toHaveLength(1);
      expect(await available(buyer)).toBe(9);
    },
    CASE_MS,
  );

  test(
    'and lapses: whoever takes it has it, the one who paid late keeps the credits and is told once',
    async () => {
      const buyer = await newBuyer();
      const holdId = await hold(buyer, 'Too late', '2025-01-13T10:00:00Z');
      await advanceTo(world, '2025-01-01T09:20:00Z');
      await book(client, session('Quicker', '2025-01-13T10:00:00Z'));
      await buy(world, buyer, 'Support Bundle', { holdId });
      const mail = await mailOf(world, buyer, /Please choose another time: Too late/);
      expect(mail.text).toContain('/book');
      await checkWorld(world, SETTLED_WITHIN_MS);
      expect(await available(buyer)).toBe(10);
      expect(await bookedBy(buyer, 'Too late')).toEqual([]);
      const told = (await mailsTo(world, buyer.email)).filter(({ subject }) => subject.includes('Too late'));
      expect(told).toHaveLength(1);
    },
    CASE_MS,
  );
});
