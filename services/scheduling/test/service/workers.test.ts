import { ClientRegistered, UserChanged } from '@consult/contracts/events/identity';
import { newEvent } from '@consult/messaging/event';
import type { Role } from '@consult/runtime/caller';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { consultationsOn } from '../../src/store/consultation-document.ts';
import { nextDueAt } from '../../src/store/worker-queries.ts';
import { resetCredits } from '../support/credits.ts';
import { tenantChanged } from '../support/events.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  eventsOf,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

const sarah = client('sarah');
let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
});
afterAll(() => world.stop());
beforeEach(() => {
  resetCredits(world.credits);
  world.clock.set('2025-01-01T09:00:00Z');
});

const person = (userId: string, name: string) => ({ userId, name, email: `${userId}@test`, timezone: 'UTC' });
function userChanged(userId: string, name: string, version: number, roles: Role[] = ['client']) {
  const data = { ...person(userId, name), roles, version };
  return newEvent(UserChanged, { tenantId: TENANT, subject: userId, version, time: world.clock.now(), data });
}
describe('what moves by itself', () => {
  test('a session nobody closed is completed 72 hours after its end, started or not; not a minute before', async () => {
    const [unstarted, started] = await Promise.all(
      ['10:00', '12:00'].map((time) => world.scheduling.book(sarah, session('mike', `2025-01-20T${time}:00Z`))),
    );
    const ids = [unstarted?.consultationId ?? '', started?.consultationId ?? ''];
    world.clock.set('2025-01-20T12:10:00Z');
    await world.scheduling.start(consultant('mike'), { consultationId: ids[1] ?? '' });
    const due = await nextDueAt(consultationsOn(world.database), new Date('2025-02-01T00:00:00Z'));
    expect(due).toEqual(new Date('2025-01-23T11:00:00Z'));
    world.clock.set('2025-01-23T11:00:00Z');
    await eventsOf(world, ids[0] ?? '', ['ConsultationScheduled', 'ConsultationCompleted']);
    expect((await show(ids[1])).status?.current).toBe('in_progress');
    world.clock.set('2025-01-23T13:00:00Z');
    const [, , event] = await eventsOf(world, ids[1] ?? '', [
      'ConsultationScheduled',
      'ConsultationStarted',
      'ConsultationCompleted',
    ]);
    expect(event).toMatchObject({ time: '2025-01-23T13:00:00.000Z', data: { autoClosed: true } });
    const shown = await Promise.all(ids.map(show));
    expect(shown.map(({ status }) => [status?.current, status?.autoClosed])).toEqual([
      ['completed', true],
      ['completed', true],
    ]);
    expect(shown.map(({ schedule }) => [schedule?.actualStart, schedule?.actualEnd])).toEqual([
      ['2025-01-20T10:00:00.000Z', '2025-01-20T11:00:00.000Z'],
      ['2025-01-20T12:10:00.000Z', '2025-01-20T13:00:00.000Z'],
    ]);
    expect(shown[0]?.history?.at(-1)).toMatchObject({ move: 'close', actor: 'system' });
    expect(await stored(world, { dueAt: { $exists: true } })).toEqual([]);
  });

  test('where confirmation is required, what is not confirmed in time lapses and gives the credit back', async () => {
    await world.publish(tenantChanged(world, 2, { confirmationRequired: true, confirmationDeadlineHours: 48 }));
    await eventually(async () => {
      const found = await world.database.collection('tenants').findOne({ tenantId: TENANT });
      expect(found?.['version']).toBe(2);
    });
    const [lapsing, confirmed] = await Promise.all(
      ['10:00', '12:00'].map((time) => world.scheduling.book(sarah, session('mike', `2025-01-27T${time}:00Z`))),
    );
    await world.scheduling.confirm(consultant('mike'), { consultationId: confirmed?.consultationId ?? '' });
    const due = await nextDueAt(consultationsOn(world.database), new Date('2025-02-01T00:00:00Z'));
    expect(due).toEqual(new Date('2025-01-03T09:00:00Z'));
    world.clock.set('2025-01-03T09:00:00Z');
    const id = lapsing?.consultationId ?? '';
    const [, event] = await eventsOf(world, id, ['ConsultationScheduled', 'ConsultationCancelled']);
    expect(event?.data).toMatchObject({ by: 'system', reason: 'not confirmed in time', creditEffect: 'return' });
    await eventually(() =>
      expect(world.credits.released).toMatchObject([{ reason: 'not_confirmed', forfeit: false, clientId: 'sarah' }]),
    );
    expect((await show(confirmed?.consultationId)).status?.current).toBe('confirmed');
    await world.publish(tenantChanged(world, 3, {}));
    await eventually(async () => {
      const found = await world.database.collection('tenants').findOne({ tenantId: TENANT });
      expect(found?.['version']).toBe(3);
    });
  });
});

describe('what scheduling hears', () => {
  const nameShown = async (consultationId: string) =>
    (await world.scheduling.getConsultation(admin(), { consultationId })).client?.name;

  test('the newest version of a person wins, in whatever order it comes; a registration is older than any', async () => {
    const { consultationId } = await world.scheduling.book(client('nina'), session('mike', '2025-02-10T10:00:00Z'));
    const registered = newEvent(ClientRegistered, {
      tenantId: TENANT,
      subject: 'nina',
      version: 1,
      time: world.clock.now(),
      data: { ...person('nina', 'Nina One'), registeredAt: world.clock.now().toISOString() },
    });
    for (const event of [userChanged('nina', 'Nina Three', 3), userChanged('nina', 'Nina Two', 2), registered])
      await world.publish(event);
    await world.publish(userChanged('last', 'The last one', 1));
    await eventually(async () => {
      const last = await world.database.collection('people').findOne({ name: 'The last one' });
      expect(last).not.toBeNull();
    });
    await eventually(async () => expect(await nameShown(consultationId)).toBe('Nina Three'));
  });

  test('a consultant whose role is taken away cannot be booked, and can again when it comes back', async () => {
    await addConsultant(world, 'rolf', { name: 'Rolf' });
    const book = () => world.scheduling.book(sarah, session('rolf', '2025-02-11T10:00:00Z'));
    await world.publish(userChanged('rolf', 'Rolf', 2, ['client']));
    const profile = () => world.scheduling.getConsultant(sarah, { consultantId: 'rolf' });
    await eventually(async () => expect(await refusal(profile())).toMatchObject({ code: 'not_found' }));
    expect(await refusal(book())).toMatchObject({ code: 'not_found' });
    // An older event that comes late changes nothing.
    await world.publish(userChanged('rolf', 'Old Rolf', 1, ['consultant']));
    await world.publish(userChanged('rolf', 'Rolf Neu', 3, ['consultant']));
    const booked = await eventually(book);
    expect(booked.consultant?.name).toBe('Rolf Neu');
  });

  test('many changes of a consultant at once end with the newest, role and name', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = `many-${round}`;
      await addConsultant(world, id, { name: 'Name 1' });
      const versions = [7, 3, 6, 2, 8, 5, 4];
      await Promise.all(
        versions.map((version) =>
          world.publish(userChanged(id, `Name ${version}`, version, version % 2 === 0 ? ['consultant'] : ['client'])),
        ),
      );
      await eventually(async () => {
        const found = await world.database.collection<{ _id: string }>('consultants').findOne({ _id: id });
        expect(found).toMatchObject({ name: 'Name 8', roleLost: false, userVersion: 8 });
      });
    }
  });

  test('a name an admin gave the profile is kept when the user’s own changes', async () => {
    await addConsultant(world, 'jo', { name: 'Jo' });
    const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'jo' });
    const patch = { consultantId: 'jo', version, patchJson: JSON.stringify({ name: 'Dr Jo' }) };
    await world.scheduling.updateConsultant(admin(), patch);
    await world.publish(userChanged('jo', 'Joanna', 2, ['consultant']));
    await eventually(async () => {
      const found = await world.database.collection('consultants').findOne({ userName: 'Joanna' });
      expect(found).not.toBeNull();
    });
    expect((await world.scheduling.getConsultant(admin(), { consultantId: 'jo' })).name).toBe('Dr Jo');
  });
});

const show = (consultationId = '') => world.scheduling.getConsultation(sarah, { consultationId });
