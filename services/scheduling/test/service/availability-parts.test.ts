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
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());

const mike = consultant('mike');
const read = (consultantId = 'mike') => world.scheduling.getAvailability(admin(), { consultantId });
const slotsOn = async (date: string, consultantId = 'mike') => {
  const to = new Date(Date.parse(date) + 86_400_000).toISOString();
  const slots = slotsOf(await world.scheduling.findSlots(admin(), { consultantId, from: date, to, duration: 60 }));
  return slots.map(({ start }) => start.slice(11, 16));
};

describe('time off', () => {
  const add = (from: string, to: string, requestId = '', by = mike) =>
    world.scheduling.addTimeOff(by, { consultantId: 'mike', from, to, requestId });

  test('is added and taken away without knowing a version; the same request twice is one', async () => {
    const off = await add('2025-01-20T00:00:00Z', '2025-01-20T18:00:00Z', 'request-1');
    expect(await add('2025-01-20T00:00:00Z', '2025-01-20T18:00:00Z', 'request-1')).toEqual(off);
    expect(await refusal(add('2025-01-21', '2025-01-22', 'request-1'))).toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect((await read()).timeOff).toEqual([off]);
    expect(await slotsOn('2025-01-20')).toEqual(['18:00', '18:30', '19:00']);
    const after = await world.scheduling.removeTimeOff(mike, { consultantId: 'mike', timeOffId: off.timeOffId });
    expect(after.timeOff).toEqual([]);
    expect(await world.scheduling.removeTimeOff(mike, { consultantId: 'mike', timeOffId: off.timeOffId })).toEqual(
      after,
    );
  });

  test('keeps its id when the whole is written', async () => {
    const off = await add('2025-02-03T00:00:00Z', '2025-02-04T00:00:00Z');
    const { version, ...availability } = await read();
    const put = await world.scheduling.putAvailability(mike, { consultantId: 'mike', version, availability });
    expect(put.timeOff).toEqual([off]);
  });

  test('ten at once are ten or told to come again; none is lost', async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => add(`2025-03-${10 + at}`, `2025-03-${11 + at}`, `many-${at}`)),
    );
    const kept = (await read()).timeOff.map(({ timeOffId }) => timeOffId);
    const answered = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.timeOffId] : []));
    expect(answered.length).toBeGreaterThan(0);
    for (const id of answered) expect(kept).toContain(id);
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
  });

  test('that is empty, no instant or another’s is refused, and nothing changes', async () => {
    const before = await read();
    expect(await refusal(add('2025-01-21', '2025-01-21'))).toMatchObject({ code: 'rule_refused' });
    expect(await refusal(add('2025-02-30', '2025-03-01'))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/from', code: 'unknown_instant' }] },
    });
    expect(await refusal(add('2025-01-21T24:00:00Z', '2025-01-23'))).toMatchObject({ code: 'invalid_request' });
    for (const by of [client('mike'), consultant('anna')])
      expect(await refusal(add('2025-01-21', '2025-01-22', '', by))).toMatchObject({ code: 'forbidden' });
    expect(await read()).toEqual(before);
  });

  test('five hundred are kept, one more is refused', async () => {
    await addConsultant(world, 'away');
    const { version, ...availability } = await read('away');
    const timeOff = Array.from({ length: 500 }, (_, at) => ({
      from: new Date(Date.UTC(2025, 5, 1 + at)).toISOString(),
      to: new Date(Date.UTC(2025, 5, 1 + at, 6)).toISOString(),
    }));
    await world.scheduling.putAvailability(admin(), {
      consultantId: 'away',
      version,
      availability: { ...availability, timeOff },
    });
    const more = { consultantId: 'away', from: '2025-01-21', to: '2025-01-22' };
    expect(await refusal(world.scheduling.addTimeOff(admin(), more))).toEqual({
      code: 'rule_refused',
      details: { why: 'too_many_time_off', maximum: 500 },
    });
  });
});

describe('a date override', () => {
  const add = (date: string, hours: { from: string; to: string }[], by = mike) =>
    world.scheduling.addOverride(by, { consultantId: 'mike', override: { date, hours } });

  test('replaces the hours that begin on its date until it is taken away', async () => {
    const night = [{ from: '22:00', to: '01:00' }];
    expect(await add('2025-04-07', night)).toEqual({ date: '2025-04-07', hours: night });
    expect(await add('2025-04-07', night)).toEqual({ date: '2025-04-07', hours: night });
    expect(await refusal(add('2025-04-07', []))).toMatchObject({
      code: 'rule_refused',
      details: { why: 'override_exists' },
    });
    expect(await slotsOn('2025-04-07')).toEqual(['22:00', '22:30', '23:00', '23:30']);
    expect(await slotsOn('2025-04-08')).toEqual(['00:00', ...(await slotsOn('2025-04-09'))]);
    const after = await world.scheduling.removeOverride(mike, { consultantId: 'mike', date: '2025-04-07' });
    expect(after.overrides).toEqual([]);
    expect(await slotsOn('2025-04-07')).toEqual(await slotsOn('2025-04-09'));
  });

  test('with faults is refused, each with its place; ten thousand are one precise problem', async () => {
    const before = await read();
    expect(await refusal(add('2025-02-30', []))).toMatchObject({ code: 'invalid_request' });
    expect(await refusal(add('2025-04-07', [{ from: '9', to: '10:00' }]))).toMatchObject({ code: 'invalid_request' });
    const clash = [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ];
    expect(await refusal(add('2025-04-07', clash))).toMatchObject({
      code: 'rule_refused',
      details: { errors: [{ pointer: '/overrides/0/hours/1', code: 'overlap' }] },
    });
    const overrides = Array.from({ length: 10_000 }, (_, at) => ({
      date: new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
      hours: [{ from: '09:00', to: '17:00' }],
    }));
    const { version, ...availability } = before;
    const put = { consultantId: 'mike', version, availability: { ...availability, overrides } };
    expect(await refusal(world.scheduling.putAvailability(mike, put))).toEqual({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/overrides', code: 'maxItems', message: expect.any(String) }] },
    });
    expect(await read()).toEqual(before);
    const thousand = { ...put, availability: { ...availability, overrides: overrides.slice(0, 1_000) } };
    expect((await world.scheduling.putAvailability(mike, thousand)).overrides).toHaveLength(1_000);
    expect(await refusal(add('2060-01-01', []))).toMatchObject({
      code: 'rule_refused',
      details: { why: 'too_many_overrides', maximum: 1_000 },
    });
  });
});

describe('the meeting of a profile', () => {
  const meeting = { kind: 'video', url: 'https://meet.test/mike' };

  test('is where a session is held that names none, and is not shown to the public', async () => {
    await addConsultant(world, 'room');
    const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'room' });
    const patch = { consultantId: 'room', version, patchJson: JSON.stringify({ meeting }) };
    expect((await world.scheduling.updateConsultant(admin(), patch)).meeting).toEqual(meeting);
    const seen = async (by = admin()) => (await world.scheduling.getConsultant(by, { consultantId: 'room' })).meeting;
    expect([await seen(), await seen(consultant('room')), await seen(client('somebody'))]).toEqual([
      meeting,
      meeting,
      null,
    ]);
    const { meeting: held } = await world.scheduling.book(client('somebody'), session('room', '2025-01-20T10:00:00Z'));
    expect(held).toEqual(meeting);
    const own = { kind: 'phone' };
    const other = session('room', '2025-01-20T12:00:00Z', { meeting: own });
    expect((await world.scheduling.book(client('somebody'), other)).meeting).toEqual(own);
    const script = {
      ...patch,
      version: version + 1,
      patchJson: JSON.stringify({ meeting: { kind: 'video', url: 'javascript:alert(1)' } }),
    };
    expect(await refusal(world.scheduling.updateConsultant(admin(), script))).toMatchObject({
      code: 'invalid_request',
    });
  });
});
