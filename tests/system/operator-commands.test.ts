import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mailOf } from '../support/mail.ts';
import { type Person, startWorld, type World } from '../support/world.ts';

const run = promisify(execFile);
const COMMAND = new URL('../../deploy/local/src/consult.ts', import.meta.url).pathname;

interface TenantAnswer {
  tenantId: string;
  slug: string;
  stripeAccountId: string;
  policies: { version: number; cancellationCutoffHours: number; horizonDays: number };
}

describe("the operator's commands", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 120_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  async function consult(...args: string[]): Promise<string> {
    const { stack } = world;
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_NO_WARNINGS: '1',
      CONSULT_URL: stack.urls.gateway,
      OPERATOR_SECRET: stack.operatorSecret,
      IDENTITY_GRPC_URL: stack.grpcUrl('identity'),
      CALL_TOKEN_SECRET: stack.callTokenSecret,
    };
    const { stdout } = await run(process.execPath, ['--conditions=source', COMMAND, ...args], { env });
    return stdout.trim();
  }

  const create = ['tenants', 'create', '--slug', 'acme', '--name', 'Acme', '--admin-email', 'admin@acme.test'];

  test('tenants create makes a tenant with its Stripe account, policies and first admin, who is invited by mail', async () => {
    const options = ['--stripe-account', 'acct_acme0001', '--policies', '{"cancellationCutoffHours":24}'];
    const made = JSON.parse(await consult(...create, ...options)) as TenantAnswer;
    expect(made).toMatchObject({
      tenantId: expect.stringMatching(/^\d{6}$/),
      slug: 'acme',
      stripeAccountId: 'acct_acme0001',
      policies: { version: 1, cancellationCutoffHours: 24, horizonDays: 365 },
    });
    const admin = { email: 'admin@acme.test' } as Person;
    expect((await mailOf(world, admin, /You are invited to Acme/)).text).toContain('code=');
    const again = JSON.parse(await consult(...create, ...options)) as TenantAnswer;
    expect(again.tenantId).toBe(made.tenantId);
    await expect(consult(...create, '--currency', 'EUR')).rejects.toThrow(/already_exists/);
  }, 60_000);

  test('users invite adds a person with a role to a tenant; tenants list shows it', async () => {
    const [tenant] = JSON.parse(await consult('tenants', 'list')) as TenantAnswer[];
    const invite = ['users', 'invite', '--tenant', tenant?.tenantId ?? '', '--role', 'finance', '--name', 'Fiona'];
    const invited = JSON.parse(await consult(...invite, '--email', 'fiona@acme.test')) as { roles: string[] };
    expect(invited.roles).toEqual(['finance']);
    await mailOf(world, { email: 'fiona@acme.test' } as Person, /You are invited to Acme/);
  }, 60_000);

  test('operator token opens the operator’s routes and nothing else', async () => {
    const token = await consult('operator', 'token');
    const operator = world.api.as(token);
    expect((await operator.get('/api/operator/tenants')).status).toBe(200);
    expect((await operator.get('/api/admin/packages')).status).toBe(403);
  });

  test('what a command does not understand is said, with the usage', async () => {
    await expect(consult('tenants', 'destroy')).rejects.toMatchObject({ code: 2 });
    await expect(consult('users', 'invite', '--tenant', '100001', '--role', 'client')).rejects.toThrow(/--role is/);
  });
});
