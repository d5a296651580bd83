import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { slotsOf } from '@consult/contracts/api/slots';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addConsultant,
  admin,
  client,
  consultant,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.identity.policies.set(TENANT, {
    ...DEFAULT_POLICIES,
    sessionMinutes: { review: { minimum: 90, maximum: 480 } },
  });
});
afterAll(() => world.stop());

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((weekday) => ({
  weekday,
  hours: [{ from: '10:00', to: '14:00' }],
}));

describe('the explanation of a day', () => {
  test('names every cut with its rule and how many starts it took; what is left is what is listed', async () => {
    await addConsultant(world, 'why', {
      availability: {
        weekly: WEEK,
        overrides: [
          { date: '2025-01-07', hours: [] },
          { date: '2025-01-08', hours: [{ from: '12:00', to: '15:00' }] },
        ],
        timeOff: [{ from: '2025-01-09T12:00:00Z', to: '2025-01-09T13:00:00Z' }],
        slotStepMinutes: 60,
        minimumNoticeMinutes: 5 * 1_440 + 120,
        horizonRange: { from: '2025-01-01', to: '2025-01-15' },
        limits: { perDay: { count: 1 } },
        bufferAfterMinutes: 30,
      },
    });
    await world.scheduling.book(client('one'), session('why', '2025-01-10T10:00:00Z'));
    await world.scheduling.holdSlot(client('two'), session('why', '2025-01-13T11:00:00Z'));
    const question = { consultantId: 'why', from: '2025-01-05', to: '2025-01-16', duration: 60 };
    const { days, timezone } = await world.scheduling.explainSlots(consultant('why'), question);
    expect(timezone).toBe('UTC');
    const rows = days.map(({ date, hours, candidates, left, removed }) => [
      `${date.slice(8)} ${hours} ${candidates} ${left}`,
      ...removed.map(({ cut, rule, id = '', starts }) => `${cut} ${rule} ${id.slice(0, 14)} ${starts}`),
    ]);
    // It is 09:00Z on the 1st: the notice runs out at 11:00Z on the 6th.
    const [off] = (await world.scheduling.getAvailability(admin(), { consultantId: 'why' })).timeOff;
    expect(rows).toEqual([
      ['05 none 0 0'],
      ['06 weekly 4 3', 'notice minimumNoticeMinutes  1'],
      ['07 override 4 0', 'hours override 2025-01-07 4'],
      // The override opens twelve to three: two of the day's four starts go, and one comes.
      ['08 override 5 3', 'hours override 2025-01-08 2'],
      ['09 weekly 4 3', `hours time_off ${off?.timeOffId.slice(0, 14)} 1`],
      ['10 weekly 4 0', 'busy session  2', 'limit perDay day:2025-01-10 2'],
      ['11 none 0 0'],
      ['12 none 0 0'],
      // Who only holds a slot counts to the limit as well.
      ['13 weekly 4 0', 'limit perDay day:2025-01-13 4'],
      ['14 weekly 4 4'],
      ['15 weekly 4 0', 'horizon horizonRange  4'],
    ]);
    const slots = slotsOf(await world.scheduling.findSlots(admin(), question));
    for (const { date, left } of days)
      expect([date, slots.filter(({ start }) => start.startsWith(date)).length]).toEqual([date, left]);
  });

  test('tells a held slot from a session, until the hold has lapsed', async () => {
    await addConsultant(world, 'held', { availability: { weekly: WEEK, slotStepMinutes: 60 } });
    await world.scheduling.holdSlot(client('holder'), session('held', '2025-01-14T11:00:00Z'));
    const question = { consultantId: 'held', from: '2025-01-14', to: '2025-01-15', duration: 60 };
    const explained = async () => (await world.scheduling.explainSlots(admin(), question)).days;
    expect(await explained()).toMatchObject([{ left: 3, removed: [{ cut: 'held', rule: 'hold', starts: 1 }] }]);
    world.clock.set('2025-01-01T09:10:00Z');
    expect(await explained()).toMatchObject([{ left: 4, removed: [] }]);
  });

  test('is for the consultant and admins of the tenant', async () => {
    const ask = (by = admin(), changes = {}) =>
      world.scheduling.explainSlots(by, { consultantId: 'held', from: '2025-01-14', to: '2025-01-15', ...changes });
    expect(await refusal(ask(client('held')))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(ask(consultant('why')))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(ask(admin(OTHER_TENANT)))).toMatchObject({ code: 'not_found' });
    expect(await refusal(ask(admin(), { to: '2025-04-15' }))).toMatchObject({ code: 'rule_refused' });
  });
});

describe('the first free starts among many', () => {
  const range = { from: '2025-01-20T00:00:00Z', to: '2025-01-21T00:00:00Z', duration: 60 };

  test('come by start, then by name, a page at a time, only of those who match and are not busy', async () => {
    await addConsultant(world, 'zoe', { name: 'Zoe', availability: { weekly: WEEK, slotStepMinutes: 60 } });
    await addConsultant(world, 'adam', { name: 'Adam', availability: { weekly: WEEK, slotStepMinutes: 60 } });
    await addConsultant(world, 'bea', { name: 'Bea', availability: { weekly: WEEK, slotStepMinutes: 120 } });
    for (const [consultantId, expertise] of [
      ['zoe', 'Tax'],
      ['adam', 'Tax'],
      ['bea', 'Law'],
    ] as const) {
      const { version } = await world.scheduling.getConsultant(admin(), { consultantId });
      const patchJson = JSON.stringify({ expertise: [expertise] });
      await world.scheduling.updateConsultant(admin(), { consultantId, version, patchJson });
    }
    await world.scheduling.book(client('early'), session('adam', '2025-01-20T11:00:00Z'));
    const found: string[] = [];
    let cursor = '';
    for (let pages = 1; ; pages += 1) {
      const question = { ...range, expertise: 'Tax', page: { limit: 3, cursor } };
      const { slots, page, consultants, moreConsultants } = await world.scheduling.findFirstSlots(admin(), question);
      expect([consultants, moreConsultants]).toEqual([2, false]);
      found.push(...slots.map(({ start, consultant: who }) => `${start.slice(11, 13)} ${who?.name}`));
      cursor = page?.nextCursor ?? '';
      if (!page?.hasMore) {
        expect(pages).toBe(3);
        break;
      }
    }
    expect(found).toEqual(['10 Adam', '10 Zoe', '11 Zoe', '12 Adam', '12 Zoe', '13 Adam', '13 Zoe']);
    const mine = await world.scheduling.findFirstSlots(client('early'), { ...range, expertise: 'Tax' });
    expect(mine.slots.map(({ start }) => start.slice(11, 13))).not.toContain('11');
  });

  test('are of the first fifty by name, and say that there are more', async () => {
    const names = Array.from({ length: 51 }, (_, at) => `crowd-${String(at).padStart(2, '0')}`);
    for (const name of names) await addConsultant(world, name, { tenantId: OTHER_TENANT, name });
    const { slots, consultants, moreConsultants } = await world.scheduling.findFirstSlots(admin(OTHER_TENANT), {
      ...range,
      page: { limit: 100, cursor: '' },
    });
    expect([consultants, moreConsultants]).toEqual([50, true]);
    expect(slots.slice(0, 50).map(({ consultant: who }) => who?.name)).toEqual(names.slice(0, 50));
    expect(await refusal(world.scheduling.findFirstSlots(admin(), { ...range, to: '2025-03-01' }))).toEqual({
      code: 'rule_refused',
      details: { why: 'range_too_long', maximumDays: 31 },
    });
  }, 60_000);
});

describe('a tenant’s own lengths', () => {
  test('rule bookings, reschedules and lists; other types keep theirs', async () => {
    await addConsultant(world, 'long');
    const review = (minutes: number) =>
      world.scheduling.book(
        client('patient'),
        session('long', '2025-01-20T08:00:00Z', { type: 'review', durationMinutes: minutes }),
      );
    expect(await refusal(review(60))).toMatchObject({
      code: 'duration_not_allowed',
      details: { minimum: 90, maximum: 480 },
    });
    const { consultationId } = await review(480);
    const move = (scheduledEnd: string) =>
      world.scheduling.reschedule(client('patient'), {
        consultationId,
        scheduledStart: '2025-01-21T08:00:00Z',
        scheduledEnd,
      });
    expect(await refusal(move('2025-01-21T09:00:00Z'))).toMatchObject({ code: 'duration_not_allowed' });
    await move('2025-01-21T15:00:00Z');
    // What began long before the range is seen in it.
    const evening = { consultantId: 'long', from: '2025-01-21T14:00:00Z', to: '2025-01-21T16:00:00Z', duration: 60 };
    const slots = slotsOf(await world.scheduling.findSlots(admin(), evening));
    expect(slots.map(({ start }) => start.slice(11, 16))).toEqual(['15:00', '15:30']);
    expect(
      await refusal(world.scheduling.findSlots(admin(), { ...evening, type: 'review', duration: 60 })),
    ).toMatchObject({ code: 'duration_not_allowed' });
    expect(
      await refusal(world.scheduling.findSlots(admin(), { ...evening, type: 'training', duration: 30 })),
    ).toMatchObject({
      details: { minimum: 60, maximum: 180 },
    });
  });
});
