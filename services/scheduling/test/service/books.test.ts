import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addConsultant,
  asService,
  client,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  stored,
  type World,
} from '../support/world.ts';

/** Technical time long after all that the tests write, and long before. */
const LATER = '2100-01-01T00:00:00.000Z';
const EARLIER = '2000-01-01T00:00:00.000Z';

let world: World;
let billing: GrpcClient<'scheduling'>;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  const { CALL_TOKEN_SECRET: callTokenSecret } = testConfig({ namespace: 'books' });
  const url = `127.0.0.1:${world.app.grpcPort}`;
  billing = createGrpcClient('scheduling', { url, callTokenSecret, from: 'billing', deadlineMs: 20_000 });
});
afterAll(async () => {
  billing.close();
  await world.stop();
});

const day = (number: number) => `2025-03-${String(number).padStart(2, '0')}T10:00:00Z`;
async function booked(number: number) {
  const { consultationId } = await world.scheduling.book(client('sarah'), session('mike', day(number)));
  const [document] = await stored(world, { consultationId });
  return { consultationId: consultationId ?? '', bookingId: document?._id ?? '' };
}
const listed = async (changedBefore = LATER, since = '') =>
  (await billing.listBookings(asService(), { changedBefore, since, cursor: '' })).bookings ?? [];
/** Everything that was written has been published. */
const told = () => eventually(async () => expect(await stored(world, { 'outbox.0': { $exists: true } })).toEqual([]));

describe('the sessions as the books see them', () => {
  test('say whose they are, at which revision, and what has to become of their credits', async () => {
    const stands = await booked(3);
    const givenUp = await booked(4);
    await world.scheduling.cancel(client('sarah'), { consultationId: givenUp.consultationId });
    await told();
    const all = await listed();
    expect(all.map(({ bookingId, state }) => [bookingId, state])).toEqual([
      [givenUp.bookingId, 'released'],
      [stands.bookingId, 'standing'],
    ]);
    expect(all[1]).toEqual({
      ...stands,
      revision: 1,
      clientId: 'sarah',
      method: 'credits',
      credits: 1,
      state: 'standing',
    });
    const asked = { bookingIds: [stands.bookingId, 'nobody'] };
    expect((await billing.getBookings(asService(), asked)).bookings).toEqual([all[1]]);
  });

  test('leave out what has changed since, what is not published yet, and what is none', async () => {
    const { bookingId } = await booked(5);
    await told();
    expect(await listed(EARLIER)).toEqual([]);
    const ids = async () => (await listed()).map((booking) => booking.bookingId);
    expect(await ids()).toContain(bookingId);
    // As while the broker is away: the relay would take a whole event off, so this one is none that it can publish.
    const hold = world.database.collection<{ _id: string }>('consultations');
    await hold.updateOne({ _id: bookingId }, { $set: { outbox: [{ id: '' }] as never } });
    expect(await ids()).not.toContain(bookingId);
    await hold.updateOne({ _id: bookingId }, { $set: { outbox: [] as never } });
    await world.asCredits.fence(asService(), { bookingId: 'never-was', revision: 1, clientId: 'sarah' });
    expect((await billing.getBookings(asService(), { bookingIds: ['never-was'] })).bookings).toEqual([]);
    expect(await listed(LATER, '2025-01-02T00:00:00.000Z')).toEqual([]);
  });

  test('come in pages that together are all of them once', async () => {
    const before = (await listed()).length;
    const documents = await stored(world, { consultationId: { $exists: true } });
    const copies = Array.from({ length: 205 }, (_, index) => {
      const { active: _active, consultantCells: _cells, clientCells: _own, ...rest } = documents[0] ?? { _id: '' };
      return { ...rest, _id: `copy-${index}`, consultationId: `copy-${index}`, outbox: [] };
    });
    await world.database.collection<{ _id: string }>('consultations').insertMany(copies as never);
    const seen: string[] = [];
    let pages = 0;
    for (let cursor = ''; ; pages += 1) {
      const page = await billing.listBookings(asService(), { changedBefore: LATER, since: '', cursor });
      seen.push(...(page.bookings ?? []).map(({ bookingId }) => bookingId ?? ''));
      cursor = page.nextCursor ?? '';
      if (cursor === '') break;
    }
    expect(pages).toBe(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(before + copies.length);
  });

  test('are for billing, and of one tenant', async () => {
    const asked = { changedBefore: LATER, since: '', cursor: '' };
    for (const door of [world.scheduling, world.asCredits]) {
      expect(await refusal(door.listBookings(asService(), asked))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(door.getBookings(asService(), { bookingIds: [] }))).toMatchObject({ code: 'forbidden' });
    }
    expect((await billing.listBookings(asService(OTHER_TENANT), asked)).bookings).toEqual([]);
    const wrong = { ...asked, cursor: 'x' };
    expect(await refusal(billing.listBookings(asService(), wrong))).toMatchObject({ code: 'invalid_request' });
  });
});
