import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessCodeIssued } from '@consult/contracts/events/identity';
import { createLogger } from '@consult/runtime/logger';
import { parse } from '@consult/runtime/parse';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { createApp } from '../../src/app.ts';
import { databaseText, newTenant, PASSWORD, START, startIdentity, visitor, type World } from './identity.ts';

describe('sign-up and sign-in', () => {
  let world: World;
  let tenantId: string;
  beforeAll(async () => {
    world = await startIdentity();
    ({ tenantId } = await newTenant(world, 'bakery'));
  });
  afterAll(() => world.stop());

  const sarah = { name: 'Sarah', email: 'Sarah@Bakery.test', password: PASSWORD, timezone: 'Europe/London' };
  const keys = async () => {
    const answer = await fetch(`http://127.0.0.1:${world.app.httpPort}/.well-known/jwks.json`);
    return (await answer.json()) as JSONWebKeySet;
  };

  test('a client registers: signed in, with a token anybody can check, and everybody told', async () => {
    const session = await world.client.register(visitor(tenantId), sarah);
    expect(session.user).toMatchObject({ name: 'Sarah', roles: ['client'], createdAt: START, invited: false });
    const { payload, protectedHeader } = await jwtVerify(session.accessToken, createLocalJWKSet(await keys()), {
      issuer: 'consult',
      audience: 'consult',
    });
    const userId = session.user?.userId ?? '';
    expect(payload).toMatchObject({ tid: tenantId, sub: userId, roles: ['client'] });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(protectedHeader.alg).toBe('EdDSA');
    const [registered] = await world.heard('identity.ClientRegistered.v1', userId);
    expect(registered?.data).toMatchObject({ email: sarah.email, registeredAt: START, timezone: 'Europe/London' });
    const [changed] = await world.heard('identity.UserChanged.v1', userId);
    expect(changed?.data).toMatchObject({ roles: ['client'], version: 1 });
  });

  test('20 who register one address at once, in any case: one of them, the rest refused', async () => {
    const race = Array.from({ length: 20 }, (_, index) => ({
      ...sarah,
      email: index % 2 === 0 ? 'race@bakery.test' : 'RACE@bakery.test',
    }));
    const results = await Promise.allSettled(race.map((person) => world.client.register(visitor(tenantId), person)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already_exists' });
  });

  test('one address may be a client of two tenants', async () => {
    const other = await newTenant(world, 'bakery-two');
    const session = await world.client.register(visitor(other.tenantId), sarah);
    expect(session.user?.tenantId).toBe(other.tenantId);
  });

  test('the wrong password and the unknown address are one refusal and take the same time', async () => {
    const timed = async (email: string) => {
      const from = performance.now();
      const attempt = world.client.signIn(visitor(tenantId), { email, password: 'not-the-password' });
      await expect(attempt).rejects.toMatchObject({ code: 'invalid_credentials' });
      return performance.now() - from;
    };
    // The quickest of each, taken in turns: what else the machine does only makes calls slower.
    const times = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 20; round += 1) {
      times.known = Math.min(times.known, await timed(sarah.email));
      times.unknown = Math.min(times.unknown, await timed('nobody@bakery.test'));
    }
    // A hash takes most of a call; without it the unknown address would answer in a fraction of the time.
    expect(times.unknown).toBeGreaterThan(times.known / 2);
  });

  test('nobody signs in to another tenant with this one’s password', async () => {
    const other = await newTenant(world, 'elsewhere');
    const attempt = world.client.signIn(visitor(other.tenantId), { email: sarah.email, password: PASSWORD });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_credentials' });
  });

  test('bad input names every fault', async () => {
    const attempt = world.client.register(visitor(tenantId), { name: '', email: 'x', password: 'short' });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_request' });
    const error = await attempt.catch((reason: { details: { errors: { pointer: string }[] } }) => reason);
    const pointers = 'details' in error ? error.details.errors.map(({ pointer }) => pointer) : [];
    expect(new Set(pointers)).toEqual(new Set(['/name', '/email', '/password']));
    const nowhere = world.client.register(visitor('999999'), { ...sarah, email: 'new@bakery.test' });
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a refresh token gives the next one, once', async () => {
    const first = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    const second = await world.client.refresh(visitor(''), { refreshToken: first.refreshToken });
    expect(second.user?.userId).toBe(first.user?.userId);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = await world.client.refresh(visitor(''), { refreshToken: second.refreshToken });
    expect(third.accessToken).not.toBe('');
  });

  test('a token that is used twice ends its whole family, and no other', async () => {
    const signIn = () => world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    const refresh = (refreshToken: string) => world.client.refresh(visitor(''), { refreshToken });
    const [stolen, otherDevice] = [await signIn(), await signIn()];
    const thief = await refresh(stolen.refreshToken);
    await expect(refresh(stolen.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(refresh(thief.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await refresh(otherDevice.refreshToken)).accessToken).not.toBe('');
  });

  test('of 10 who use one token at once at most one gets on, and the family has ended', async () => {
    const { refreshToken } = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => world.client.refresh(visitor(''), { refreshToken })),
    );
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(won).toHaveLength(1);
    for (const session of won) {
      const next = world.client.refresh(visitor(''), { refreshToken: session.refreshToken });
      await expect(next).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  test('signing out ends the sign-in; twice is fine', async () => {
    const { refreshToken } = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    await world.client.signOut(visitor(''), { refreshToken });
    await world.client.signOut(visitor(''), { refreshToken });
    await expect(world.client.refresh(visitor(''), { refreshToken })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('a made-up refresh token is refused', async () => {
    for (const refreshToken of ['x', `${tenantId}.0b8e1f1c-1111-4222-8333-444455556666.${'a'.repeat(43)}`])
      await expect(world.client.refresh(visitor(''), { refreshToken })).rejects.toMatchObject({
        code: 'unauthenticated',
      });
  });

  test('a second replica signs with the same key, and only with the right secret', async () => {
    const logger = createLogger({ service: 'identity', level: 'silent' });
    const base = { logger, clock: world.clock };
    const replica = await createApp(world.config, base);
    await replica.start();
    const answer = await fetch(`http://127.0.0.1:${replica.httpPort}/.well-known/jwks.json`);
    expect(await answer.json()).toEqual(await keys());
    await replica.stop();
    const wrong = createApp({ ...world.config, KEY_ENCRYPTION_SECRET: 'w'.repeat(32) }, base);
    await expect(wrong).rejects.toThrow('KEY_ENCRYPTION_SECRET');
  });

  test('neither private key nor password, token or code is to be read in the database', async () => {
    const { refreshToken } = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    await world.client.requestPasswordReset(visitor(tenantId), { email: sarah.email });
    const { user } = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    const [event] = await world.heard(AccessCodeIssued.type, user?.userId ?? '');
    const { code } = parse(AccessCodeIssued.schema, event?.data);
    const secrets = [PASSWORD, refreshToken.split('.').at(-1) ?? '', code];
    // The code leaves with its event; the relay takes that away a moment later.
    await eventually(async () => {
      const text = await databaseText(world.config);
      expect(text).toContain('passwordHash');
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).not.toContain('"d":');
    });
  });

  test('the OpenID description leads to the public keys, which hold nothing private', async () => {
    const answer = await fetch(`http://127.0.0.1:${world.app.httpPort}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({
      issuer: 'consult',
      jwks_uri: 'https://consult.test/.well-known/jwks.json',
    });
    for (const key of (await keys()).keys) expect(key).not.toHaveProperty('d');
  });

  test('a profile is changed by its owner', async () => {
    const { user } = await world.client.signIn(visitor(tenantId), { email: sarah.email, password: PASSWORD });
    const userId = user?.userId ?? '';
    const caller = testCaller({ tenantId, userId });
    const before = user?.version ?? 0;
    const changed = await world.client.updateUser(caller, { name: 'Sarah B.' });
    expect(changed).toMatchObject({ name: 'Sarah B.', timezone: 'Europe/London', version: before + 1 });
    expect(await world.client.updateUser(caller, { name: 'Sarah B.' })).toEqual(changed);
    expect(await world.client.getUser(caller, { userId })).toEqual(changed);
    await expect(world.client.updateUser(caller, { timezone: 'Mars/Olympus' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    const [, event] = await world.heard('identity.UserChanged.v1', userId, 2);
    expect(event?.data).toMatchObject({ name: 'Sarah B.', version: before + 1 });
  });
});
