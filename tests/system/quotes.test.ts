import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf } from '../support/api.ts';
import { checkWorld } from '../support/invariants.ts';
import {
  addConsultant,
  balanceOf,
  book,
  buy,
  type Consultation,
  createPackage,
  createTenant,
  freshKey,
  type Person,
  registerClient,
  startWorld,
  type World,
} from '../support/world.ts';

let world: World;
let mike: Person;
let client: Person;

beforeAll(async () => {
  world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
  const tenant = await createTenant(world, 'quoted');
  mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@quoted.test');
  await createPackage(tenant, {
    details: { name: 'Hours', type: 'consultation_bundle' },
    credits: { total: 5, expiresAfterDays: 60, chargeByDuration: true, duration: { minutes: 60 } },
    pricing: { amount: 50_000 },
  });
  client = await registerClient(world, tenant.slug, 'Client', 'client@quoted.test');
  await buy(world, client, 'Hours');
}, 180_000);
afterAll(async () => {
  await world?.stop();
}, 60_000);

interface Quote {
  quoteId: string;
  credits: number;
  availableAfter: number;
  creditsDifference?: number;
  reschedulesLeft?: number;
  creditEffect?: string;
}
const quote = async (name: string, body: object) => dataOf<Quote>(await client.api.post(`/api/quotes/${name}`, body));
const available = async () => (await balanceOf(client)).availableCredits;

test('booking, reschedule and cancellation do what was quoted, to the credit, and are refused when they would not', async () => {
  const wish = {
    consultantId: mike.userId,
    title: 'Hours',
    type: 'training',
    scheduledStart: '2025-01-06T10:00:00Z',
    durationMinutes: 120,
  };
  const booking = await quote('booking', wish);
  expect(booking).toMatchObject({ credits: 2, availableAfter: 3, slotFree: true });
  const { consultationId } = await book(client, { ...wish, quoteId: booking.quoteId });
  expect(await available()).toBe(3);

  const longer = { scheduledStart: '2025-01-07T10:00:00Z', scheduledEnd: '2025-01-07T13:00:00Z' };
  const dearer = await quote('reschedule', { consultationId, ...longer });
  expect(dearer).toMatchObject({ credits: 3, creditsDifference: 1, availableAfter: 2, reschedulesLeft: 2 });
  const path = `/api/consultations/${consultationId}`;
  const move = (quoteId: string) => client.api.post(`${path}/reschedule`, { ...longer, quoteId }, freshKey());
  const other = await quote('booking', { ...wish, scheduledStart: '2025-01-08T10:00:00Z' });
  expect((await move(other.quoteId)).body).toMatchObject({ code: 'quote_changed' });
  expect((await move(dearer.quoteId)).status).toBe(200);
  expect(await available()).toBe(2);

  const shorter = { scheduledStart: '2025-01-07T10:00:00Z', scheduledEnd: '2025-01-07T11:00:00Z' };
  const cheaper = await quote('reschedule', { consultationId, ...shorter });
  expect(cheaper).toMatchObject({ credits: 1, creditsDifference: -2, availableAfter: 4 });
  await client.api.post(`${path}/reschedule`, { ...shorter, quoteId: cheaper.quoteId }, freshKey());
  await checkWorld(world);
  expect(await available()).toBe(4);

  const giveUp = await quote('cancellation', { consultationId });
  expect(giveUp).toMatchObject({ creditEffect: 'return', credits: 1 });
  await client.api.post(`${path}/cancel`, { reason: 'ill', quoteId: giveUp.quoteId }, freshKey());
  await checkWorld(world);
  expect(await available()).toBe(5);
  expect(dataOf<Consultation>(await client.api.get(path)).history.map(({ move: of }) => of)).toEqual([
    'book',
    'reschedule',
    'reschedule',
    'cancel',
  ]);
}, 120_000);
