import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  asService,
  client,
  type BookRequest,
  eventsOf,
  openEnded,
  refusal,
  session,
  startWorld,
  stored,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  await addConsultant(world, 'anna', { name: 'Anna Berg' });
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

/** Lets reserves wait until so many have come; one that is asked again for want of an answer counts once. */
function barrier(count: number, keyOf = ({ bookingId }: { bookingId: string }) => bookingId) {
  const arrived = new Set<string>();
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async (request: { bookingId: string }) => {
    arrived.add(keyOf(request));
    if (arrived.size === count) open();
    await opened;
  };
}

async function outcomes(calls: Promise<{ consultationId: string }>[]): Promise<{ booked: string[]; codes: string[] }> {
  const settled = await Promise.allSettled(calls);
  return {
    booked: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.consultationId] : [])),
    codes: settled.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as AppError).code)] : [])),
  };
}

describe('many for one slot', () => {
  test('50 clients who all have a credit reserved: one is booked, 49 are told and get their credit back', async () => {
    world.credits.beforeReserve = barrier(50);
    const calls = Array.from({ length: 50 }, (_, index) =>
      world.scheduling.book(client(`racer-${index}`), session('mike', '2025-01-20T10:00:00Z')),
    );
    const { booked, codes } = await outcomes(calls);
    expect(booked).toHaveLength(1);
    expect(codes).toEqual(Array.from({ length: 49 }, () => 'slot_taken'));
    const [winner, ...others] = await stored(world, { consultantId: 'mike', active: true });
    expect(others).toEqual([]);
    const reserved = [...new Set(world.credits.reserved.map(({ bookingId }) => bookingId))];
    expect(reserved).toHaveLength(50);
    const losers = reserved.filter((id) => id !== winner?._id);
    expect(new Set(world.credits.released.map(({ bookingId }) => bookingId))).toEqual(new Set(losers));
    expect(world.credits.released.every(({ reason, forfeit }) => reason === 'slot_taken' && !forfeit)).toBe(true);
    // Each loser’s id is given up for good.
    expect(await stored(world, { _id: { $in: losers }, tombstone: true })).toHaveLength(49);
  });

  test('overlapping sessions of different lengths and starts: never two at once, buffers kept', async () => {
    await addConsultant(world, 'buffered', { availability: { bufferBeforeMinutes: 10, bufferAfterMinutes: 15 } });
    const starts = ['09:00', '09:30', '10:00', '10:10', '10:15', '10:25', '11:00', '11:25'];
    await outcomes(
      starts.map((start, index) =>
        world.scheduling.book(client(`mixed-${index}`), session('buffered', `2025-01-21T${start}:00Z`)),
      ),
    );
    const standing = await stored(world, { consultantId: 'buffered', active: true });
    const sorted = standing.toSorted((a, b) => a.scheduledStart.getTime() - b.scheduledStart.getTime());
    expect(sorted.length).toBeGreaterThan(0);
    for (const [index, next] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before === undefined) continue;
      expect(next.scheduledStart.getTime() - before.scheduledEnd.getTime()).toBeGreaterThanOrEqual(25 * 60_000);
    }
  });

  test('one client who books two consultants for the same hour at once gets one of them', async () => {
    world.credits.beforeReserve = barrier(2);
    const { booked, codes } = await outcomes(
      ['mike', 'anna'].map((id) => world.scheduling.book(client('torn'), session(id, '2025-01-22T10:00:00Z'))),
    );
    expect([booked.length, codes]).toEqual([1, ['slot_taken']]);
    expect(world.credits.released).toHaveLength(1);
  });
});

describe('the same request', () => {
  const request: BookRequest = session('mike', '2025-01-23T10:00:00Z', { requestId: 'request-1' });

  test('ten times at once is one booking, the same answer to all', async () => {
    let calls = 0;
    world.credits.beforeReserve = barrier(2, () => String((calls += 1)));
    const { booked, codes } = await outcomes(
      Array.from({ length: 10 }, () => world.scheduling.book(client('sarah'), request)),
    );
    expect(codes).toEqual([]);
    expect(new Set(booked).size).toBe(1);
    expect(booked).toHaveLength(10);
    expect(new Set(world.credits.reserved.map(({ bookingId }) => bookingId)).size).toBe(1);
    expect(world.credits.released).toEqual([]);
    expect(await stored(world, { clientId: 'sarah' })).toHaveLength(1);
    await eventsOf(world, booked[0] ?? '', ['ConsultationScheduled']);
  });

  test('that comes while the first is on its way is not refused by its own booking', async () => {
    let checks = 0;
    let opened = () => {};
    const firstBooked = new Promise<void>((resolve) => {
      opened = resolve;
    });
    // The second one is past the question whether this request was booked, and goes on once the first is.
    world.credits.beforeCheck = async () => {
      checks += 1;
      if (checks === 2) await firstBooked;
    };
    const wish = { ...openEnded('mike', '2025-01-31T10:00:00Z'), requestId: 'twin-1' };
    const book = () => world.scheduling.book(client('gemini'), wish);
    const both = await outcomes([book().finally(opened), book()]);
    expect([checks, both.codes, new Set(both.booked).size]).toEqual([2, [], 1]);
  });

  test('later answers the first booking; with another wish it is refused', async () => {
    const [first] = await stored(world, { clientId: 'sarah' });
    const again = await world.scheduling.book(client('sarah'), request);
    expect(again.consultationId).toBe(first?.consultationId);
    const other = { ...request, scheduledStart: '2025-01-23T14:00:00Z' };
    expect(await refusal(world.scheduling.book(client('sarah'), other))).toMatchObject({
      code: 'idempotency_key_reused',
    });
    // Another client's request of the same id is another request.
    const theirs = await world.scheduling.book(client('tom'), other);
    expect(theirs.consultationId).not.toBe(again.consultationId);
  });

  test('ten times at once for a taken slot: all are refused, every reservation is given back', async () => {
    await world.scheduling.book(client('early'), session('mike', '2025-01-24T10:00:00Z'));
    const wish = session('mike', '2025-01-24T10:00:00Z', { requestId: 'request-2' });
    const { codes } = await outcomes(Array.from({ length: 10 }, () => world.scheduling.book(client('late'), wish)));
    expect(codes).toEqual(Array.from({ length: 10 }, () => 'slot_taken'));
    const taken = new Set(world.credits.reserved.slice(1).map(({ bookingId }) => bookingId));
    expect(new Set(world.credits.released.map(({ bookingId }) => bookingId))).toEqual(taken);
  });
});

describe('a fence', () => {
  const fence = (bookingId: string, revision = 1) =>
    world.asCredits.fence(asService(), { bookingId, revision, clientId: 'sarah' });

  test('is for credits only', async () => {
    const call = world.scheduling.fence(asService(), { bookingId: 'any', revision: 1, clientId: 'sarah' });
    expect(await refusal(call)).toMatchObject({ code: 'forbidden' });
    expect(await stored(world, { _id: 'any' })).toEqual([]);
  });

  test('that goes by before the insert makes that insert fail; the booking goes on under the next id', async () => {
    const answers: string[] = [];
    let givenBackBefore: string[] = [];
    world.credits.beforeReserve = async ({ bookingId }) => {
      givenBackBefore = world.credits.released.map((release) => release.bookingId);
      if (answers.length === 0) answers.push((await fence(bookingId)).state);
    };
    const booked = await world.scheduling.book(
      client('slow'),
      session('mike', '2025-01-27T10:00:00Z', { requestId: 'slow-1' }),
    );
    expect(answers).toEqual(['absent']);
    const [fenced, taken] = world.credits.reserved.map(({ bookingId }) => bookingId);
    // Whoever has a single credit needs it for the next id.
    expect(givenBackBefore).toEqual([fenced]);
    expect(await stored(world, { _id: fenced })).toMatchObject([{ tombstone: true }]);
    expect(await stored(world, { _id: taken })).toMatchObject([{ consultationId: booked.consultationId }]);
    expect(await fence(fenced ?? '')).toEqual({ state: 'absent', revision: 1 });
    expect(await fence(taken ?? '')).toEqual({ state: 'standing', revision: 1 });
    // And a retry of the same request finds it behind the tombstone.
    const again = await world.scheduling.book(
      client('slow'),
      session('mike', '2025-01-27T10:00:00Z', { requestId: 'slow-1' }),
    );
    expect(again.consultationId).toBe(booked.consultationId);
  });

  test('that credits has acted on before the reserve arrives: the booking goes on under the next id', async () => {
    let given = '';
    world.credits.beforeReserve = async ({ bookingId }) => {
      if (given !== '') return;
      given = bookingId;
      await fence(bookingId);
      world.credits.giveUp(bookingId);
    };
    const wish = session('mike', '2025-01-27T14:00:00Z', { requestId: 'slow-2' });
    const booked = await world.scheduling.book(client('slower'), wish);
    expect(await stored(world, { clientId: 'slower' })).toMatchObject([{ consultationId: booked.consultationId }]);
    expect(world.credits.reserved.map(({ bookingId }) => bookingId === given)).toEqual([true, false]);
  });

  test('leaves nothing in lists, and answers what became of a booking that stands', async () => {
    const page = await world.scheduling.listConsultations(client('slow'), {});
    expect(page.consultations).toHaveLength(1);
    const [booked] = page.consultations;
    const [document] = await stored(world, { consultationId: booked?.consultationId });
    await world.scheduling.cancel(client('slow'), { consultationId: booked?.consultationId ?? '' });
    expect(await fence(document?._id ?? '')).toEqual({ state: 'released', revision: 1 });
  });

  test('of a later revision is written down at the version that was read, and the booking stays', async () => {
    const booked = await world.scheduling.book(client('slow'), session('mike', '2025-01-28T10:00:00Z'));
    const [before] = await stored(world, { consultationId: booked.consultationId });
    expect(await fence(before?._id ?? '', 2)).toEqual({ state: 'absent', revision: 1 });
    const [after] = await stored(world, { consultationId: booked.consultationId });
    expect(after).toMatchObject({ fencedRevision: 2, version: (before?.version ?? 0) + 1, revision: 1, active: true });
    expect(await fence(before?._id ?? '')).toEqual({ state: 'standing', revision: 1 });
  });

  test('while bookings race for ids: each id is either booked or fenced, never both', async () => {
    const fences: Promise<{ state: string }>[] = [];
    world.credits.beforeReserve = async ({ bookingId }) => {
      // Not awaited: the fence and the insert meet in the database.
      if (fences.length < 20) fences.push(fence(bookingId));
    };
    const calls = Array.from({ length: 20 }, (_, index) =>
      world.scheduling.book(client(`fenced-${index}`), session('anna', `2025-02-${10 + index}T10:00:00Z`)),
    );
    const { booked } = await outcomes(calls.slice(0, 18));
    await Promise.allSettled(calls);
    expect(booked).toHaveLength(18);
    const states = await Promise.all(fences);
    const ids = world.credits.reserved.slice(0, states.length).map(({ bookingId }) => bookingId ?? '');
    for (const [index, id] of ids.entries()) {
      const [document] = await stored(world, { _id: id });
      expect(states[index]?.state === 'absent').toBe(document?.tombstone === true);
    }
  });
});

describe('an answer that does not come', () => {
  test('is asked for again by the same id', async () => {
    let calls = 0;
    world.credits.beforeReserve = async () => {
      calls += 1;
      if (calls === 1) throw new AppError('dependency_unavailable');
    };
    const booked = await world.scheduling.book(client('patient'), session('mike', '2025-01-29T10:00:00Z'));
    expect(booked.status?.current).toBe('scheduled');
    expect(new Set(world.credits.reserved.map(({ bookingId }) => bookingId)).size).toBe(1);
    expect(world.credits.reserved).toHaveLength(2);
  });

  test('at all is said so; nothing is booked, and nothing guessed about the credit', async () => {
    world.credits.refuseWith = new AppError('dependency_unavailable');
    const call = world.scheduling.book(client('unlucky'), session('mike', '2025-01-30T10:00:00Z'));
    expect(await refusal(call)).toEqual({ code: 'dependency_unavailable', details: { dependency: 'credits' } });
    expect(await stored(world, { clientId: 'unlucky' })).toEqual([]);
    expect(world.credits.released).toEqual([]);
  });
});

describe('two moves at once', () => {
  test('cancel against start: one happens, the other is refused by what the first made', async () => {
    for (let round = 0; round < 10; round += 1) {
      world.clock.set('2025-01-01T09:00:00Z');
      const day = `2025-03-${10 + round}`;
      const { consultationId } = await world.scheduling.book(client('sarah'), session('mike', `${day}T10:00:00Z`));
      world.clock.set(`${day}T09:50:00Z`);
      const mike = { ...asService(), userId: 'mike', roles: ['consultant' as const] };
      const calls = [
        world.scheduling.cancel(client('sarah'), { consultationId }),
        world.scheduling.start(mike, { consultationId }),
      ];
      const { booked, codes } = await outcomes(calls);
      expect([booked, codes]).toEqual([[consultationId], ['invalid_transition']]);
      const [document] = await stored(world, { consultationId });
      const started = document?.status.current === 'in_progress';
      await eventsOf(world, consultationId, [
        'ConsultationScheduled',
        started ? 'ConsultationStarted' : 'ConsultationCancelled',
      ]);
      const back = world.credits.released.filter(({ bookingId }) => bookingId === document?._id);
      expect(back).toHaveLength(started ? 0 : 1);
    }
  });
});
