import type { Caller } from '@consult/runtime/caller';
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
const days = ['2025-02-03', '2025-02-04', '2025-02-05', '2025-02-06', '2025-02-07'];
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  await addConsultant(world, 'anna', { name: 'Anna Berg' });
  await addConsultant(world, 'otto', { tenantId: OTHER_TENANT });
  for (const name of ['sarah', 'tom'])
    world.identity.users.set(`${TENANT}/${name}`, { name, roles: ['client'], version: 1 });
  // Two sessions that begin at the same instant, so that a page may end between them.
  for (const day of days) {
    await world.scheduling.book(client('sarah'), session('mike', `${day}T10:00:00Z`));
    await world.scheduling.book(client('tom'), session('anna', `${day}T10:00:00Z`));
  }
  await world.scheduling.book(client('sarah'), session('anna', '2025-02-10T10:00:00Z'));
  await world.scheduling.book(client('sarah', OTHER_TENANT), session('otto', '2025-02-03T10:00:00Z'));
});
afterAll(() => world.stop());

type Filter = Parameters<World['scheduling']['listConsultations']>[1];
async function rows(by: ReturnType<typeof client>, filter: Filter = {}) {
  const { consultations, page } = await world.scheduling.listConsultations(by, filter);
  return {
    page,
    rows: consultations.map(
      (one) => `${one.clientId} ${one.consultantId} ${one.schedule?.scheduledStart.slice(0, 10)}`,
    ),
  };
}
const sarahs = ['sarah anna 2025-02-10', ...days.toReversed().map((day) => `sarah mike ${day}`)];

describe('consultations', () => {
  test('a client sees their own, newest start first, whatever they ask for', async () => {
    expect((await rows(client('sarah'))).rows).toEqual(sarahs);
    expect((await rows(client('sarah'), { clientId: 'tom' })).rows).toEqual([]);
    expect((await rows(client('sarah'), { clientId: 'sarah' })).rows).toEqual(sarahs);
    expect((await rows(client('sarah'), { consultantId: 'anna' })).rows).toEqual(sarahs.slice(0, 1));
    expect((await rows(client('nobody'))).rows).toEqual([]);
  });

  test('a consultant sees the sessions they hold, with their clients’ names', async () => {
    const { consultations } = await world.scheduling.listConsultations(consultant('anna'), {});
    expect(consultations.map((one) => one.client?.name)).toEqual(['sarah', ...days.map(() => 'tom')]);
    expect(consultations.every((one) => one.consultant?.name === 'Anna Berg')).toBe(true);
    expect((await rows(consultant('anna'), { consultantId: 'mike' })).rows).toEqual([]);
    expect((await rows(consultant('anna'), { clientId: 'sarah' })).rows).toEqual(['sarah anna 2025-02-10']);
  });

  test('who is both sees both parts', async () => {
    await world.scheduling.book(client('anna'), session('mike', '2025-02-11T10:00:00Z'));
    const both = { ...client('anna'), roles: ['client' as const, 'consultant' as const] };
    const found = await rows(both);
    expect(found.rows).toHaveLength(7);
    expect(found.rows[0]).toBe('anna mike 2025-02-11');
    expect((await rows(both, { clientId: 'anna' })).rows).toEqual(['anna mike 2025-02-11']);
    // Their client's part shows no client's name; their consultant's part does.
    const { consultations } = await world.scheduling.listConsultations(both, {});
    expect(consultations.map((one) => one.client?.name ?? null).slice(0, 3)).toEqual([null, 'sarah', 'tom']);
  });

  test('an admin sees the tenant’s, and nobody sees another tenant’s', async () => {
    expect((await rows(admin(), { page: { limit: 100, cursor: '' } })).rows).toHaveLength(12);
    expect((await rows(admin(OTHER_TENANT))).rows).toEqual(['sarah otto 2025-02-03']);
    expect((await rows(client('tom', OTHER_TENANT))).rows).toEqual([]);
    const finance = { ...admin(), roles: ['finance' as const] };
    expect(await refusal(world.scheduling.listConsultations(finance, {}))).toMatchObject({ code: 'forbidden' });
  });

  test('pages follow one another without gap or repeat, also between equal starts', async () => {
    const all = (await rows(admin(), { page: { limit: 100, cursor: '' } })).rows;
    for (const limit of [1, 2, 3, 5]) {
      const seen: string[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const answer: Awaited<ReturnType<typeof rows>> = await rows(admin(), { page: { limit, cursor } });
        expect(answer.rows.length).toBeLessThanOrEqual(limit);
        expect(answer.page?.hasMore).toBe(answer.page?.nextCursor !== undefined);
        seen.push(...answer.rows);
        cursor = answer.page?.nextCursor;
      }
      expect(seen).toEqual(all);
    }
    expect(await refusal(rows(admin(), { page: { limit: 5, cursor: 'made-up' } }))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/cursor' }] },
    });
  });

  test('filters narrow: from inclusive, to exclusive, by state', async () => {
    const between = await rows(client('sarah'), { from: '2025-02-04T10:00:00Z', to: '2025-02-06T10:00:00Z' });
    expect(between.rows).toEqual(['sarah mike 2025-02-05', 'sarah mike 2025-02-04']);
    const { consultations } = await world.scheduling.listConsultations(client('sarah'), { to: '2025-02-04' });
    await world.scheduling.cancel(client('sarah'), { consultationId: consultations[0]?.consultationId ?? '' });
    expect((await rows(client('sarah'), { status: 'cancelled' })).rows).toEqual(['sarah mike 2025-02-03']);
    expect((await rows(admin(), { status: 'cancelled' })).rows).toEqual(['sarah mike 2025-02-03']);
    expect((await rows(client('sarah'), { status: 'scheduled' })).rows).toHaveLength(5);
    expect(await refusal(rows(admin(), { status: 'lost', from: 'the day before' }))).toMatchObject({
      details: { errors: [{ pointer: '/status' }, { pointer: '/from' }] },
    });
  });

  test('the cost of a page does not grow with what lies before it', async () => {
    const { db } = world.database;
    await db?.command({ profile: 2 });
    const both: Caller = { ...client('anna'), roles: ['client', 'consultant'] };
    const page = { limit: 2, cursor: '' };
    const { page: first } = await rows(admin(), { page });
    for (const by of [client('sarah'), consultant('anna'), both, admin()]) await rows(by, { page });
    await rows(admin(), { page: { limit: 2, cursor: first?.nextCursor ?? '' } });
    await rows(admin(), { page, status: 'scheduled' });
    await rows(client('sarah'), { page, status: 'scheduled' });
    await db?.command({ profile: 0 });
    const asked = { op: 'query', 'command.find': 'consultations', 'command.filter.tenantId': TENANT };
    const profiles = await world.database.collection('system.profile').find(asked).toArray();
    expect(profiles).toHaveLength(8);
    // One row more than the page, and per branch of an $or one ahead.
    for (const { docsExamined, hasSortStage, command } of profiles)
      expect([command.filter, docsExamined <= 5, hasSortStage]).toEqual([command.filter, true, undefined]);
  });
});

describe('consultants', () => {
  test('are made by admins from people with the role, once', async () => {
    world.identity.users.set(`${TENANT}/eva`, { name: 'Eva', roles: ['consultant'], version: 4 });
    const input = {
      consultantId: 'eva',
      name: 'Eva Stern',
      expertise: ['seo'],
      languages: ['de'],
      timezone: 'Europe/Berlin',
    };
    const made = await world.scheduling.createConsultant(admin(), input);
    expect(made).toMatchObject({
      ...input,
      active: true,
      version: 1,
      rating: { average: 0, count: 0 },
      sessionTypes: [],
    });
    expect(await world.scheduling.createConsultant(admin(), { ...input, name: 'Other' })).toEqual(made);
    expect(await refusal(world.scheduling.createConsultant(client('sarah'), input))).toMatchObject({
      code: 'forbidden',
    });
    const unknown = { ...input, consultantId: 'ghost' };
    expect(await refusal(world.scheduling.createConsultant(admin(), unknown))).toMatchObject({ code: 'not_found' });
    const noRole = { ...input, consultantId: 'sarah' };
    expect(await refusal(world.scheduling.createConsultant(admin(), noRole))).toMatchObject({ code: 'rule_refused' });
    const bad = { ...input, consultantId: 'new', photoUrl: 'javascript:alert(1)', sessionTypes: ['séance'] };
    const { details } = await refusal(world.scheduling.createConsultant(admin(), bad));
    expect((details['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual([
      '/photoUrl',
      '/sessionTypes/0',
    ]);
  });

  test('are changed at their version, by admins', async () => {
    const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'eva' });
    const change = (at: number, patch: object) =>
      world.scheduling.updateConsultant(admin(), {
        consultantId: 'eva',
        version: at,
        patchJson: JSON.stringify(patch),
      });
    expect(await change(version, { headline: 'SEO', sessionTypes: ['review'] })).toMatchObject({
      headline: 'SEO',
      sessionTypes: ['review'],
      expertise: ['seo'],
      version: version + 1,
    });
    expect(await refusal(change(version, { headline: 'again' }))).toEqual({
      code: 'version_mismatch',
      details: { currentVersion: version + 1 },
    });
    expect(await refusal(change(version + 1, { salary: 1 }))).toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/salary' }] },
    });
    expect(await refusal(change(version + 1, { timezone: '+02:00' }))).toMatchObject({ code: 'invalid_request' });
  });

  test('are listed by name with filters and pages; the inactive ones to admins only', async () => {
    const everybody: Caller = { ...client('anybody'), userId: '', roles: [] };
    const list = async (filter: Parameters<World['scheduling']['listConsultants']>[1], by = everybody) =>
      (await world.scheduling.listConsultants(by, filter)).consultants.map(({ name }) => name);
    expect(await list({})).toEqual(['Anna Berg', 'Eva Stern', 'Mike Johnson']);
    expect(await list({ expertise: 'seo' })).toEqual(['Eva Stern']);
    expect(await list({ language: 'de' })).toEqual(['Eva Stern']);
    expect(await list({ type: 'training' })).toEqual(['Anna Berg', 'Mike Johnson']);
    const first = await world.scheduling.listConsultants(everybody, { page: { limit: 2, cursor: '' } });
    expect(first.page).toMatchObject({ hasMore: true });
    expect(await list({ page: { limit: 2, cursor: first.page?.nextCursor ?? '' } })).toEqual(['Mike Johnson']);
    const { version } = await world.scheduling.getConsultant(admin(), { consultantId: 'eva' });
    await world.scheduling.updateConsultant(admin(), { consultantId: 'eva', version, patchJson: '{"active":false}' });
    expect(await list({})).toEqual(['Anna Berg', 'Mike Johnson']);
    expect(await list({}, admin())).toEqual(['Anna Berg', 'Eva Stern', 'Mike Johnson']);
  });
});
