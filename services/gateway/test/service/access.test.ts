import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '@consult/runtime/caller';
import { fastify } from 'fastify';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { installAccess } from '../../src/http/access.ts';
import { OPERATOR_SECRET, startGateway, type TestGateway, TENANT } from '../support.ts';

interface Operation {
  'x-roles': string[];
}
const openapi = JSON.parse(readFileSync(new URL('../../../../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    roles: operation['x-roles'],
  })),
);
const filled = (path: string): string => path.replaceAll(/\{[^}]+\}/g, 'some-id');
const balance = {
  availableCredits: 3,
  unlimited: false,
  freeTrial: { eligible: true, used: false },
  activeCredits: [],
  lifetime: null,
  credits: [],
};

describe('who may call what', () => {
  let gateway: TestGateway;
  const callers: Caller[] = [];

  beforeAll(async () => {
    gateway = await startGateway(
      {
        credits: {
          getBalance: async (caller) => {
            callers.push(caller);
            return balance;
          },
        },
        identity: { listTenants: async () => ({ tenants: [] }) },
      },
      { CONSULT_MODE: 'sandbox' },
    );
  });
  afterAll(() => gateway.stop());

  const balanceBy = (token: string) => gateway.call('/api/billing/credits/balance', { token });

  test('a route that names neither roles nor public keeps the gateway from booting', () => {
    const app = fastify();
    installAccess(
      app,
      async () => ({ tenantId: TENANT, userId: 'u', roles: [] }),
      async () => {},
    );
    expect(() => app.get('/api/forgotten', async () => ({}))).toThrow(
      'GET /api/forgotten names neither roles nor public: true',
    );
    expect(() => app.get('/api/nobody', { config: { roles: [] } }, async () => ({}))).toThrow('names neither');
  });

  test('without a token every route that is not public answers 401', async () => {
    const closed = operations.filter(({ roles }) => !roles.includes('public'));
    expect(closed.length).toBeGreaterThan(80);
    const open: string[] = [];
    for (const { method, path } of closed) {
      const answer = await gateway.call(filled(path), { method });
      if (answer.status !== 401 || answer.body['code'] !== 'unauthenticated')
        open.push(`${method} ${path}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });

  test('with every other role each route answers 403, before it looks at the body', async () => {
    const wrong: string[] = [];
    for (const { method, path, roles } of operations) {
      if (roles.includes('public')) continue;
      const others = (['client', 'consultant', 'finance'] as const).filter((role) => !roles.includes(role));
      if (others.length === 0) continue;
      const token = await gateway.token([...others]);
      const answer = await gateway.call(filled(path), { method, token });
      if (answer.status !== 403 || answer.body['code'] !== 'forbidden')
        wrong.push(`${method} ${path}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('an admin may do what the others of the tenant may, but not what the operator does', async () => {
    const admin = await gateway.token(['admin']);
    expect((await balanceBy(admin)).status).toBe(200);
    expect((await gateway.call('/api/operator/tenants', { token: admin })).status).toBe(403);
  });

  test("a person's token becomes the caller that the service sees", async () => {
    const answer = await balanceBy(await gateway.token(['client'], { userId: 'sarah', tenantId: '100042' }));
    expect(answer.body['data']).toMatchObject({
      availableCredits: 3,
      freeTrial: { eligible: true, usedAt: null, expiresAt: null },
    });
    expect(callers.at(-1)).toMatchObject({
      tenantId: '100042',
      userId: 'sarah',
      roles: ['client'],
      service: 'gateway',
    });
    expect(callers.at(-1)?.requestId).toBe(answer.headers.get('x-request-id'));
  });

  describe('tokens', () => {
    const claims = { tid: TENANT, roles: ['client'] };
    const hmac = (secret: string, payload: Record<string, unknown>, expires = '15m') =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('someone')
        .setAudience('consult')
        .setExpirationTime(expires)
        .sign(new TextEncoder().encode(secret));

    test.each<[string, () => Promise<string> | string]>([
      ['that has expired', () => gateway.issuer.sign(claims, 'u', { expires: '-1h' })],
      ['for another audience', () => gateway.issuer.sign(claims, 'u', { audience: 'another product' })],
      ['of another issuer', () => gateway.issuer.sign(claims, 'u', { issuer: 'https://elsewhere.example' })],
      ['without a tenant', () => gateway.issuer.sign({ roles: ['client'] })],
      [
        'signed with another key',
        async () => gateway.issuer.sign(claims, 'u', { key: (await generateKeyPair('EdDSA')).privateKey }),
      ],
      [
        'without a signature',
        () =>
          new UnsecuredJWT(claims)
            .setSubject('u')
            .setAudience('consult')
            .setIssuer('consult')
            .setExpirationTime('15m')
            .encode(),
      ],
      ['of a person, signed with the public key as a secret', () => hmac(gateway.issuer.publicKeyPem, claims)],
      ["of a person, signed with the operator's secret", () => hmac(OPERATOR_SECRET, claims)],
      ['that is no token at all', () => 'nonsense'],
    ])('one %s is refused', async (_what, make) => {
      const answer = await balanceBy(await make());
      expect([answer.status, answer.body['code']]).toEqual([401, 'unauthenticated']);
    });

    test("a person's token that claims to be the operator is not", async () => {
      const token = await gateway.issuer.sign({ tid: TENANT, roles: ['operator', 'client'] });
      expect((await gateway.call('/api/operator/tenants', { token })).status).toBe(403);
    });

    test("the operator's token opens the operator's routes and no others", async () => {
      const token = await hmac(OPERATOR_SECRET, { roles: ['operator'] });
      expect((await gateway.call('/api/operator/tenants', { token })).status).toBe(200);
      expect((await balanceBy(token)).status).toBe(403);
      const stale = await hmac(OPERATOR_SECRET, { roles: ['operator'] }, '-1h');
      expect((await gateway.call('/api/operator/tenants', { token: stale })).status).toBe(401);
    });

    test('a stale token does not stop a sign-in', async () => {
      const token = await gateway.issuer.sign(claims, 'u', { expires: '-1h' });
      const answer = await gateway.call('/api/auth/sign-in', { token, body: {} });
      expect(answer.status).toBe(400);
    });
  });

  describe('the session cookie', () => {
    const write = async (headers: Record<string, string>) =>
      gateway.call('/api/waitlist', {
        method: 'POST',
        headers: { cookie: `other=1; consult_session=${await gateway.token(['client'])}`, ...headers },
      });

    test('counts for a read', async () => {
      const cookie = `consult_session=${await gateway.token(['client'])}`;
      expect((await gateway.call('/api/billing/credits/balance', { headers: { cookie } })).status).toBe(200);
    });

    test('counts for a JSON request from our own origin only', async () => {
      const json = { 'content-type': 'application/json' };
      // 501: past the role check, which is all this is about.
      expect((await write({ ...json, origin: gateway.url })).status).toBe(501);
      expect((await write({ ...json, origin: 'https://evil.example' })).status).toBe(401);
      expect((await write(json)).status).toBe(401);
      expect((await write({ origin: gateway.url, 'content-type': 'text/plain' })).status).toBe(401);
      expect((await write({ origin: gateway.url, 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
        401,
      );
    });
  });
});
