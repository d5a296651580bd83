import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessCodeIssued } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { parse } from '@consult/runtime/parse';
import { testCaller } from '@consult/testing/call';
import { newTenant, PASSWORD, startIdentity, visitor, type World } from './identity.ts';

describe('invitations, passwords and people', () => {
  let world: World;
  let tenantId: string;
  let admin: Caller;
  beforeAll(async () => {
    world = await startIdentity();
    ({ tenantId, admin } = await newTenant(world, 'support'));
  });
  afterAll(() => world.stop());

  const codeOf = async (userId: string, count = 1) => {
    const events = await world.heard(AccessCodeIssued.type, userId, count);
    return parse(AccessCodeIssued.schema, events.at(-1)?.data).code;
  };
  const invite = (email: string, role = 'consultant') =>
    world.client.inviteUser(admin, { email, name: 'Mike Johnson', role, timezone: 'UTC' });
  const signIn = (email: string, password: string) => world.client.signIn(visitor(tenantId), { email, password });
  const reset = (token: string, password: string) => world.client.resetPassword(visitor(tenantId), { token, password });

  test('an invited consultant sets a password by the mailed code, once, and signs in', async () => {
    const invited = await invite('mike@support.test');
    expect(invited).toMatchObject({ roles: ['consultant'], invited: true });
    await expect(signIn('mike@support.test', PASSWORD)).rejects.toMatchObject({ code: 'invalid_credentials' });
    const code = await codeOf(invited.userId);
    await reset(code, PASSWORD);
    const { user } = await signIn('mike@support.test', PASSWORD);
    expect(user).toMatchObject({ userId: invited.userId, invited: false });
    await expect(reset(code, 'another-password')).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('20 invitations of one address at once are one person and one mail', async () => {
    const users = await Promise.all(Array.from({ length: 20 }, () => invite('race@support.test')));
    expect(new Set(users.map(({ userId }) => userId)).size).toBe(1);
    const [user] = users;
    expect(await world.heard(AccessCodeIssued.type, user?.userId ?? '')).toHaveLength(1);
  });

  test('an invitation to another role adds it', async () => {
    const first = await invite('both@support.test');
    const second = await invite('Both@support.test', 'admin');
    expect(second).toMatchObject({ userId: first.userId, roles: ['consultant', 'admin'], version: 2 });
    const events = await world.heard('identity.UserChanged.v1', first.userId, 2);
    expect(events.at(-1)?.data).toMatchObject({ roles: ['consultant', 'admin'], version: 2 });
  });

  test.each(['client', 'operator', 'king'])('nobody is invited as %s', async (role) => {
    await expect(invite('odd@support.test', role)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('a forgotten password: the same answer for everybody, a code for the known, and old sign-ins are over', async () => {
    const email = 'client@support.test';
    const session = await world.client.register(visitor(tenantId), { name: 'Cleo', email, password: PASSWORD });
    const ask = (address: string) => world.client.requestPasswordReset(visitor(tenantId), { email: address });
    expect(await ask('CLIENT@support.test')).toEqual(await ask('nobody@support.test'));
    const code = await codeOf(session.user?.userId ?? '');
    await reset(code, 'a-new-password');
    await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'invalid_credentials' });
    expect((await signIn(email, 'a-new-password')).user?.email).toBe(email);
    await expect(world.client.refresh(visitor(''), { refreshToken: session.refreshToken })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('of 10 who use one code at once one sets the password', async () => {
    const user = await invite('tenfold@support.test');
    const code = await codeOf(user.userId);
    const passwords = Array.from({ length: 10 }, (_, index) => `password-${index}`);
    const results = await Promise.allSettled(passwords.map((password) => reset(code, password)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a code of one tenant is nothing in another, and a made-up one nowhere', async () => {
    const other = await newTenant(world, 'other');
    const user = await invite('bound@support.test');
    const code = await codeOf(user.userId);
    const elsewhere = world.client.resetPassword(visitor(other.tenantId), { token: code, password: PASSWORD });
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid_credentials' });
    await expect(reset('made-up', PASSWORD)).rejects.toMatchObject({ code: 'invalid_credentials' });
    await reset(code, PASSWORD);
  });

  test('people are seen by themselves, by staff and by services, and never across tenants', async () => {
    const user = await invite('seen@support.test');
    const get = (caller: Caller) => world.client.getUser(caller, { userId: user.userId });
    expect(await get(admin)).toEqual(user);
    expect(await get(testCaller({ tenantId, userId: user.userId }))).toEqual(user);
    expect(await get(testCaller({ tenantId, userId: 'system', roles: [] }))).toEqual(user);
    await expect(get(testCaller({ tenantId }))).rejects.toMatchObject({ code: 'not_found' });
    const foreign = await newTenant(world, 'foreign');
    await expect(get(foreign.admin)).rejects.toMatchObject({ code: 'not_found' });
    const { users } = await world.client.listUsers(foreign.admin, { role: '', page: null });
    expect(users.map(({ tenantId: of }) => of)).toEqual([foreign.tenantId]);
  });

  test('lists are by role, newest first, page by page', async () => {
    const { admin: boss } = await newTenant(world, 'listing');
    const add = (email: string) =>
      world.client.inviteUser(boss, { email, name: email, role: 'finance', timezone: 'UTC' });
    for (const email of ['a@x.test', 'b@x.test', 'c@x.test']) await add(email);
    const list = (cursor: string) => world.client.listUsers(boss, { role: 'finance', page: { limit: 2, cursor } });
    const first = await list('');
    expect(first.users.map(({ email }) => email)).toEqual(['c@x.test', 'b@x.test']);
    const second = await list(first.page?.nextCursor ?? '');
    expect(second).toMatchObject({ users: [{ email: 'a@x.test' }], page: { hasMore: false } });
  });

  test('a client neither invites nor lists nor changes the tenant', async () => {
    const client = testCaller({ tenantId });
    const refusal = { code: 'forbidden' };
    const invitation = { email: 'x@x.test', name: 'X', role: 'admin', timezone: 'UTC' };
    await expect(world.client.inviteUser(client, invitation)).rejects.toMatchObject(refusal);
    await expect(world.client.listUsers(client, { role: '', page: null })).rejects.toMatchObject(refusal);
    await expect(world.client.updateTenant(client, { version: 1, name: 'Mine' })).rejects.toMatchObject(refusal);
  });
});
