import type { Caller } from '@consult/runtime/caller';
import { slotsOf } from '@consult/contracts/api/slots';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addConsultant,
  admin,
  client,
  consultant,
  refusal,
  session,
  startWorld,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const everybody: Caller = { ...client('anybody'), userId: '', roles: [] };
type Question = Parameters<World['scheduling']['findSlots']>[1];
const slots = async (question: Question, by = everybody) => slotsOf(await world.scheduling.findSlots(by, question));

describe('free slots', () => {
  test('are exactly what a booking accepts: across a DST change, with buffers, an override, time off and sessions', async () => {
    const day = (weekday: string, from: string, to: string) => ({ weekday, hours: [{ from, to }] });
    await addConsultant(world, 'dst', {
      availability: {
        timezone: 'America/New_York',
        weekly: [day('saturday', '20:00', '24:00'), day('sunday', '00:00', '05:00')],
        overrides: [{ date: '2025-11-01', hours: [{ from: '21:00', to: '24:00' }] }],
        timeOff: [{ from: '2025-11-02T08:00:00Z', to: '2025-11-02T08:30:00Z' }],
        bufferBeforeMinutes: 5,
        bufferAfterMinutes: 10,
        slotStepMinutes: 30,
      },
    });
    await world.scheduling.book(
      client('early'),
      session('dst', '2025-11-02T02:30:00Z', { type: 'review', durationMinutes: 30 }),
    );
    const range = { from: '2025-11-01T20:00:00Z', to: '2025-11-02T12:00:00Z' };
    const listed = new Map(
      (await slots({ consultantId: 'dst', ...range, duration: 30, type: 'review', timezone: 'America/New_York' })).map(
        ({ start, offsetMinutes }) => [start, offsetMinutes],
      ),
    );
    expect(listed.size).toBeGreaterThan(10);
    // New York sets its clocks back at 06:00Z: the hour from one to two is offered once per instant.
    expect([listed.get('2025-11-02T05:00:00.000Z'), listed.get('2025-11-02T06:00:00.000Z')]).toEqual([-240, -300]);
    let checked = 0;
    for (let at = Date.parse(range.from); at < Date.parse(range.to); at += 30 * 60_000) {
      const start = new Date(at).toISOString();
      const by = client(`probe-${at}`);
      const booking = world.scheduling.book(by, session('dst', start, { type: 'review', durationMinutes: 30 }));
      const outcome = await booking.then(
        async ({ consultationId }) => {
          await world.scheduling.cancel(by, { consultationId });
          return 'accepted';
        },
        () => 'refused',
      );
      expect([start, outcome]).toEqual([start, listed.has(start) ? 'accepted' : 'refused']);
      checked += 1;
    }
    expect(checked).toBe(32);
  });

  test('keep away from sessions of a day before and after, where that is how far their buffers and the wanted ones reach', async () => {
    const buffers = { bufferBeforeMinutes: 720, bufferAfterMinutes: 720 };
    await addConsultant(world, 'rested', { name: 'Ruth Rested', availability: { ...buffers, slotStepMinutes: 30 } });
    await world.scheduling.book(client('before'), session('rested', '2025-03-10T08:00:00Z'));
    await world.scheduling.book(client('after'), session('rested', '2025-03-12T10:30:00Z'));
    const free = ['2025-03-11T09:00:00.000Z', '2025-03-11T09:30:00.000Z'];
    for (const [from, to, starts] of [
      ['2025-03-11T08:00:00Z', '2025-03-11T10:30:00Z', free],
      ['2025-03-11T09:30:00Z', '2025-03-11T10:30:00Z', free.slice(1)],
      ['2025-03-11T10:00:00Z', '2025-03-11T10:30:00Z', []],
    ] as const) {
      const range = { from, to, duration: 60 };
      expect((await slots({ consultantId: 'rested', ...range })).map(({ start }) => start)).toEqual(starts);
      const { slots: first } = await world.scheduling.findFirstSlots(everybody, range);
      const own = first.filter(({ consultant: who }) => who?.name === 'Ruth Rested');
      expect(own.map(({ start }) => start)).toEqual(starts);
    }
    for (const at of ['2025-03-11T08:30:00Z', '2025-03-11T10:00:00Z'])
      expect(await refusal(world.scheduling.book(client('middle'), session('rested', at)))).toMatchObject({
        code: 'slot_taken',
      });
    await world.scheduling.book(client('middle'), session('rested', '2025-03-11T09:30:00Z'));
  });

  test('for a client leave out where they are busy themselves; for others not', async () => {
    await addConsultant(world, 'mike');
    await addConsultant(world, 'anna', { name: 'Anna' });
    await world.scheduling.book(client('sarah'), session('anna', '2025-02-03T09:00:00Z'));
    const question = { consultantId: 'mike', from: '2025-02-03T08:00:00Z', to: '2025-02-03T11:00:00Z', duration: 60 };
    const starts = async (by = everybody) => (await slots(question, by)).map(({ start }) => start.slice(11, 16));
    expect(await starts()).toEqual(['08:00', '08:30', '09:00', '09:30', '10:00', '10:30']);
    expect(await starts(client('sarah'))).toEqual(['08:00', '10:00', '10:30']);
  });

  test('without a length are an hour, or the nearest the type allows; a quarter steps by a quarter', async () => {
    const range = { consultantId: 'mike', from: '2025-02-04T19:00:00Z', to: '2025-02-05T00:00:00Z' };
    expect(await slots(range)).toMatchObject([{ end: '2025-02-04T20:00:00.000Z' }]);
    expect((await slots({ ...range, type: 'status_update' })).map(({ start }) => start.slice(11, 16))).toEqual([
      '19:00',
      '19:30',
    ]);
    expect((await slots({ ...range, duration: 15, type: 'training' })).map(({ start }) => start.slice(11, 16))).toEqual(
      ['19:00', '19:15', '19:30', '19:45'],
    );
  });

  test('a question that makes no sense is refused', async () => {
    const ask = (changes: Question) =>
      refusal(slots({ consultantId: 'mike', from: '2025-02-04', to: '2025-02-05', ...changes }));
    expect(await ask({ to: '2025-02-04' })).toMatchObject({
      code: 'rule_refused',
      details: { why: 'end_before_start' },
    });
    expect(await ask({ to: '2025-04-08' })).toMatchObject({ code: 'rule_refused', details: { maximumDays: 62 } });
    expect(await ask({ duration: 7 })).toMatchObject({ code: 'rule_refused', details: { why: 'off_grid' } });
    expect(await ask({ type: 'workshop', duration: 60 })).toMatchObject({ code: 'duration_not_allowed' });
    expect(await ask({ timezone: 'Mars/Olympus' })).toMatchObject({ code: 'invalid_request' });
    expect(await ask({ consultantId: 'nobody' })).toMatchObject({ code: 'not_found' });
    expect(await ask({ from: 'x', to: '2025-13-01' })).toMatchObject({ code: 'invalid_request' });
  });
});

describe('availability', () => {
  const weekly = [{ weekday: 'monday', hours: [{ from: '09:00', to: '17:00' }] }];

  test('is replaced whole at its version, by the consultant or an admin', async () => {
    const mike = await addConsultant(world, 'olga', { name: 'Olga' });
    const put = (version: number, by = mike) =>
      world.scheduling.putAvailability(by, {
        consultantId: 'olga',
        version,
        availability: { timezone: 'UTC', weekly },
      });
    const kept = await put(2);
    expect(kept).toMatchObject({ timezone: 'UTC', weekly, overrides: [], timeOff: [], version: 3 });
    expect(await world.scheduling.getAvailability(admin(), { consultantId: 'olga' })).toEqual(kept);
    expect(await refusal(put(2))).toEqual({ code: 'version_mismatch', details: { currentVersion: 3 } });
    for (const by of [consultant('mike'), client('olga')]) {
      expect(await refusal(put(3, by))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(world.scheduling.getAvailability(by, { consultantId: 'olga' }))).toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await refusal(world.scheduling.getAvailability(admin(), { consultantId: 'ghost' }))).toMatchObject({
      code: 'not_found',
    });
  });

  test('faults of form are named at once', async () => {
    const answer = await refusal(put({ weekly: [{ weekday: 'funday', hours: [{ from: '9', to: '25:00' }] }] }));
    expect(answer.code).toBe('invalid_request');
    expect(pointers(answer)).toEqual(['/weekly/0/hours/0/from', '/weekly/0/hours/0/to', '/weekly/0/weekday']);
  });

  test('what contradicts itself is refused by rule, what names nothing as malformed; every place in one answer', async () => {
    const overlapping = {
      weekly: [
        {
          weekday: 'monday',
          hours: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
        { weekday: 'tuesday', hours: [{ from: '12:00', to: '12:00' }] },
      ],
      timeOff: [{ from: '2025-01-02', to: '2025-01-01' }],
    };
    const contradiction = await refusal(put(overlapping));
    expect(contradiction.code).toBe('rule_refused');
    expect(pointers(contradiction)).toEqual(['/timeOff/0', '/weekly/0/hours/1', '/weekly/1/hours/0']);
    const nowhere = await refusal(
      put({ ...overlapping, timezone: 'Mars/Olympus', overrides: [{ date: '2025-02-30', hours: [] }] }),
    );
    expect(nowhere.code).toBe('invalid_request');
    expect(pointers(nowhere)).toEqual([
      '/overrides/0/date',
      '/timeOff/0',
      '/timezone',
      '/weekly/0/hours/1',
      '/weekly/1/hours/0',
    ]);
    expect((await world.scheduling.getAvailability(admin(), { consultantId: 'olga' })).version).toBe(3);
  });

  const put = (availability: object) =>
    world.scheduling.putAvailability(admin(), {
      consultantId: 'olga',
      version: 3,
      availability: { timezone: 'UTC', weekly, ...availability },
    });
  const pointers = ({ details }: { details: Record<string, unknown> }) =>
    (details['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).toSorted();
});
