import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { consultationsOn } from '../../src/store/consultation-document.ts';
import { findBooking, saveMove } from '../../src/store/consultations.ts';
import {
  addConsultant,
  asService,
  client,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());

const fence = (bookingId: string, revision: number) =>
  world.asCredits.fence(asService(), { bookingId, revision, clientId: 'sarah' });

/** A session of its own day, and its document. */
async function booked(day: number) {
  const start = `2025-02-${String(day).padStart(2, '0')}T10:00:00Z`;
  const { consultationId } = await world.scheduling.book(client('sarah'), session('mike', start));
  const [document] = await stored(world, { consultationId });
  if (document === undefined) throw new Error('was not booked');
  return document;
}
async function documentOf(bookingId: string) {
  const [document] = await stored(world, { _id: bookingId });
  return document;
}

describe('a fence of a revision that has not come', () => {
  test('is written down at the next version, and answers the same again', async () => {
    const { _id: bookingId, version, consultationId } = await booked(3);
    for (const asked of [1, 2, 3]) {
      expect([asked, await fence(bookingId, 2)]).toEqual([asked, { state: 'absent', revision: 1 }]);
      expect(await documentOf(bookingId)).toMatchObject({ fencedRevision: 2, revision: 1, active: true });
    }
    expect((await documentOf(bookingId))?.version).toBeGreaterThan(version);
    // A later one covers the earlier ones; an earlier one takes nothing back.
    expect(await fence(bookingId, 4)).toEqual({ state: 'absent', revision: 1 });
    expect(await fence(bookingId, 3)).toEqual({ state: 'absent', revision: 1 });
    expect(await documentOf(bookingId)).toMatchObject({ fencedRevision: 4 });
    // What stands, stands: also for credits.
    expect(await fence(bookingId, 1)).toEqual({ state: 'standing', revision: 1 });
    const shown = await world.scheduling.getConsultation(client('sarah'), { consultationId });
    expect(shown.status?.current).toBe('scheduled');
  });

  test('makes a move fail that was decided before it', async () => {
    const { _id: bookingId } = await booked(4);
    const consultations = consultationsOn(world.database);
    const before = await findBooking(consultations, { tenantId: TENANT, bookingId });
    if (before === undefined || before === 'tombstone' || 'hold' in before) throw new Error('does not stand');
    await fence(bookingId, 2);
    const late = { ...before, revision: 2, version: before.version + 1 };
    expect(await saveMove(consultations, before, late, [])).toBe(false);
    expect(await documentOf(bookingId)).toMatchObject({ revision: 1, fencedRevision: 2 });
  });

  test('races a cancellation: both come through, in whichever order, and the last word is told', async () => {
    for (const day of [5, 6, 7, 8, 9]) {
      const { _id: bookingId, consultationId } = await booked(day);
      const [answer] = await Promise.all([
        fence(bookingId, 2),
        world.scheduling.cancel(client('sarah'), { consultationId }),
      ]);
      expect(answer).toEqual({ state: 'absent', revision: 1 });
      const document = await documentOf(bookingId);
      expect(document).toMatchObject({ fencedRevision: 2, revision: 1, status: { current: 'cancelled' } });
      expect(document?.active).toBeUndefined();
      expect(await fence(bookingId, 1)).toEqual({ state: 'released', revision: 1 });
      expect(await fence(bookingId, 2)).toEqual({ state: 'absent', revision: 1 });
    }
  });
});

describe('a fence of nothing', () => {
  test('leaves a tombstone that answers for every revision, and is no consultation', async () => {
    expect(await fence('never-heard', 1)).toEqual({ state: 'absent', revision: 1 });
    expect(await fence('never-heard', 1)).toEqual({ state: 'absent', revision: 1 });
    expect(await fence('never-heard', 3)).toEqual({ state: 'absent', revision: 3 });
    expect(await stored(world, { _id: 'never-heard' })).toMatchObject([{ tombstone: true, tenantId: TENANT }]);
    const { consultations } = await world.scheduling.listConsultations(client('sarah'), {});
    expect(consultations.map(({ consultationId }) => consultationId)).not.toContain('never-heard');
    const read = world.scheduling.getConsultation(client('sarah'), { consultationId: 'never-heard' });
    expect(await refusal(read)).toMatchObject({ code: 'not_found' });
  });

  test('ten at once leave one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => fence('raced-for', 1)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ state: 'absent', revision: 1 })));
    expect(await stored(world, { _id: 'raced-for' })).toHaveLength(1);
  });
});
