import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';
import { type Part, startPart } from './production.ts';

const NOWHERE = '127.0.0.1:1';
const secret = (): string => randomBytes(32).toString('hex');

/** Whoever is asked for the test clock is asked here, if at all. */
const asked: string[] = [];
const sandbox = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('{"now":"2001-01-01T00:00:00.000Z"}');
});

describe('production mode, which is what nobody has to ask for', () => {
  const namespace = testNamespace();
  let gateway: Part;
  let credits: Part;
  let gatewayUrl: string;
  let creditsUrl: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
    const env = {
      CONSULT_NAMESPACE: namespace,
      MONGODB_URI: addressOf('MONGODB_URI'),
      AMQP_URL: addressOf('AMQP_URL'),
      CALL_TOKEN_SECRET: secret(),
      SANDBOX_URL: `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}`,
    };
    const names = ['IDENTITY', 'CATALOG', 'BILLING', 'CREDITS', 'SCHEDULING', 'NOTIFICATION'];
    const services = Object.fromEntries(names.map((name) => [`${name}_GRPC_URL`, NOWHERE]));
    credits = startPart('services/credits', { ...env, ...services });
    gateway = startPart('services/gateway', {
      ...env,
      ...services,
      OPERATOR_SECRET: secret(),
      IDENTITY_JWKS_URL: `http://${NOWHERE}/.well-known/jwks.json`,
    });
    [gatewayUrl, creditsUrl] = await Promise.all([gateway.url(), credits.url()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([gateway.stop(), credits.stop()]);
    sandbox.close();
    await dropNamespace(namespace);
  }, 60_000);

  test.each([
    ['GET', '/sandbox/clock'],
    ['POST', '/sandbox/clock/advance'],
    ['GET', '/sandbox/mail'],
  ])('the gateway has no %s %s', async (method, path) => {
    const answer = await fetch(gatewayUrl + path, { method });
    expect(answer.status).toBe(404);
  });

  test('nor does it describe one', async () => {
    const { paths } = (await (await fetch(`${gatewayUrl}/openapi.json`)).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(paths).length).toBeGreaterThan(80);
    expect(Object.keys(paths).filter((path) => path.startsWith('/sandbox'))).toEqual([]);
  });

  test('its limit of requests is the one for people, not the one for load tests', async () => {
    const answer = await fetch(`${gatewayUrl}/api/consultants`);
    expect(answer.headers.get('ratelimit-policy')).toBe('"caller";q=600;w=60');
  });

  test.each([
    ['GET', '/sandbox/due?until=2030-01-01T00:00:00Z'],
    ['POST', '/sandbox/clock'],
    ['GET', '/sandbox/idle'],
  ])('a service has no %s %s', async (method, path) => {
    const answer = await fetch(creditsUrl + path, {
      method,
      ...(method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: '{"now":"2030-01-01T00:00:00Z"}' }),
    });
    expect(answer.status).toBe(404);
  });

  test('nobody asks the sandbox for the time, also where SANDBOX_URL is set', async () => {
    expect((await fetch(`${creditsUrl}/readyz`)).status).toBe(200);
    expect(asked).toEqual([]);
  });

  test.each([
    ['without a mode', {}],
    ['in production mode', { CONSULT_MODE: 'production' }],
  ])('the sandbox does not start %s, and says why', async (_what, mode) => {
    const refused = startPart('libs/sandbox', { MONGODB_URI: addressOf('MONGODB_URI'), ...mode });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('The sandbox runs only with CONSULT_MODE=sandbox');
  });
});
