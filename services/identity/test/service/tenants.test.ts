import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { testCaller } from '@consult/testing/call';
import { newTenant, operator, PASSWORD, START, startIdentity, visitor, type World } from './identity.ts';

describe('tenants', () => {
  let world: World;
  beforeAll(async () => {
    world = await startIdentity();
  });
  afterAll(() => world.stop());

  const order = (slug: string, more: object = {}) => ({
    slug,
    name: 'Acme',
    currency: 'eur',
    timezone: 'Europe/Berlin',
    adminEmail: 'boss@acme.test',
    adminPassword: PASSWORD,
    ...more,
  });

  test('the first tenant is 100001, the only one, and found without a name', async () => {
    const tenant = await world.client.createTenant(
      operator,
      order('acme', { policiesJson: JSON.stringify({ minimumNoticeMinutes: 60 }) }),
    );
    expect(tenant).toMatchObject({
      tenantId: '100001',
      slug: 'acme',
      stripeAccountId: 'acct_platform',
      currency: 'EUR',
      version: 1,
      createdAt: START,
      policies: { ...DEFAULT_POLICIES, minimumNoticeMinutes: 60 },
    });
    expect(await world.client.getTenant(visitor(''), {})).toEqual(tenant);
    expect(await world.client.getTenant(visitor(''), { slug: 'acme' })).toEqual(tenant);
    const [event] = await world.heard('identity.TenantChanged.v1', '100001');
    expect(event).toMatchObject({ tenantid: '100001', sequence: '1', data: { slug: 'acme', currency: 'EUR' } });
  });

  test('the first admin signs in with the password; without one an invitation goes out', async () => {
    const session = await world.client.signIn(visitor('100001'), { email: 'BOSS@acme.test', password: PASSWORD });
    expect(session.user).toMatchObject({ roles: ['admin'], invited: false, name: 'Admin' });
    const other = await world.client.createTenant(operator, order('invited', { adminPassword: '' }));
    const { users } = await world.client.listUsers(
      testCaller({ tenantId: other.tenantId, userId: 'x', roles: ['admin'] }),
      { role: 'admin', page: { limit: 10, cursor: '' } },
    );
    expect(users).toEqual([expect.objectContaining({ email: 'boss@acme.test', invited: true })]);
    const [event] = await world.heard('identity.AccessCodeIssued.v1', users[0]?.userId ?? '');
    expect(event?.data).toMatchObject({ purpose: 'invitation', email: 'boss@acme.test' });
  });

  test('20 who create one slug at once make one tenant with one admin', async () => {
    const tenants = await Promise.all(
      Array.from({ length: 20 }, () => world.client.createTenant(operator, order('race'))),
    );
    expect(new Set(tenants.map(({ tenantId }) => tenantId)).size).toBe(1);
    const tenantId = tenants[0]?.tenantId ?? '';
    const admin = testCaller({ tenantId, userId: 'x', roles: ['admin'] });
    expect((await world.client.listUsers(admin, { role: '', page: null })).users).toHaveLength(1);
    expect(await world.heard('identity.TenantChanged.v1', tenantId)).toHaveLength(1);
  });

  test('one slug with other content is refused, and nothing changes', async () => {
    const again = world.client.createTenant(operator, order('acme', { name: 'Other' }));
    await expect(again).rejects.toMatchObject({ code: 'already_exists', details: { slug: 'acme' } });
    expect(await world.client.getTenant(visitor(''), { slug: 'acme' })).toMatchObject({ name: 'Acme' });
  });

  test('a list shows all of them, page by page', async () => {
    const first = await world.client.listTenants(operator, { limit: 2, cursor: '' });
    expect(first.tenants.map(({ slug }) => slug)).toEqual(['acme', 'invited']);
    expect(first.page?.hasMore).toBe(true);
    const second = await world.client.listTenants(operator, { limit: 2, cursor: first.page?.nextCursor ?? '' });
    expect(second).toMatchObject({ tenants: [{ slug: 'race' }], page: { hasMore: false } });
  });

  test('with several tenants none is the only one', async () => {
    await expect(world.client.getTenant(visitor(''), {})).rejects.toMatchObject({ code: 'not_found' });
  });

  test.each([
    ['a client', testCaller({ tenantId: '100001' })],
    ['an admin', testCaller({ tenantId: '100001', roles: ['admin'] })],
  ])('%s neither creates nor lists tenants', async (_who, caller) => {
    await expect(world.client.createTenant(caller, order('mine'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(world.client.listTenants(caller, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('bad input names every fault and makes nothing', async () => {
    const malformed = { ...order('Bad Slug'), adminEmail: 'nobody', currency: '12' };
    await expect(world.client.createTenant(operator, malformed)).rejects.toMatchObject({
      code: 'invalid_request',
      details: {
        errors: expect.arrayContaining(
          ['/slug', '/adminEmail', '/currency'].map((pointer) => expect.objectContaining({ pointer })),
        ),
      },
    });
    const unknown = order('nowhere', { currency: 'XQQ', timezone: 'Mars/Olympus' });
    await expect(world.client.createTenant(operator, unknown)).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/currency' }, { pointer: '/timezone' }] },
    });
    const rules = order('nowhere', { policiesJson: JSON.stringify({ slotStepMinutes: 7, horizon: 1 }) });
    await expect(world.client.createTenant(operator, rules)).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(world.client.getTenant(visitor(''), { slug: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('an admin changes rules at the version that was read; a stale one is refused', async () => {
    const { admin, ...before } = await newTenant(world, 'changing');
    const policies = { ...before.policies, maximumReschedules: 5 };
    const after = await world.client.updateTenant(admin, { version: 1, policies });
    expect(after).toMatchObject({ version: 2, name: 'changing', policies: { version: 2, maximumReschedules: 5 } });
    const stale = world.client.updateTenant(admin, { version: 1, name: 'Late' });
    await expect(stale).rejects.toMatchObject({ code: 'version_mismatch', details: { currentVersion: 2 } });
    const events = await world.heard('identity.TenantChanged.v1', before.tenantId, 2);
    expect(events.at(-1)).toMatchObject({ sequence: '2', data: { policies: { maximumReschedules: 5 } } });
  });

  test("lengths of sessions and the consultants' shares are rules of their own, checked as such", async () => {
    const { admin, policies } = await newTenant(world, 'lengths');
    const own = {
      sessionMinutes: { training: { minimum: 90, maximum: 480 } },
      lateCancelEarningPercent: 50,
      consultantSharePercent: 70,
    };
    const after = await world.client.updateTenant(admin, { version: 1, policies: { ...policies, ...own } });
    expect(after.policies).toMatchObject({ ...own, version: 2 });
    const refused = async (changes: object) => {
      const call = world.client.updateTenant(admin, { version: 2, policies: { ...policies, ...changes } });
      await expect(call).rejects.toMatchObject({ code: 'invalid_request' });
    };
    await refused({ sessionMinutes: { training: { minimum: 90, maximum: 60 } } });
    await refused({ sessionMinutes: { gossip: { minimum: 30, maximum: 60 } } });
    await refused({ sessionMinutes: { review: { minimum: 7, maximum: 1_800 } } });
    await refused({ consultantSharePercent: 101 });
  });

  test('of 10 changes at one version one is made', async () => {
    const { admin, version } = await newTenant(world, 'contested');
    const names = Array.from({ length: 10 }, (_, index) => `name ${index}`);
    const results = await Promise.allSettled(names.map((name) => world.client.updateTenant(admin, { version, name })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('whoever belongs to a tenant finds no other', async () => {
    const stranger = testCaller({ tenantId: '100001', roles: ['admin'] });
    const { tenantId } = await newTenant(world, 'private');
    await expect(world.client.getTenant(stranger, { tenantId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(world.client.getTenant(stranger, { slug: 'private' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
