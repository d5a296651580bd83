import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import mongoose from 'mongoose';
import { dataOf } from '../support/api.ts';
import { consult as runConsult } from '../support/consult.ts';
import { mailOf } from '../support/mail.ts';
import {
  createTenant,
  freshKey,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type World,
} from '../support/world.ts';

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

  const consult = (...args: string[]) => runConsult(world, ...args);

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

  test('credits verify names an account that says otherwise than its movements, credits rebuild mends it', async () => {
    const tenant = await createTenant(world, 'ledger');
    const clientId = (await registerClient(world, 'ledger', 'Sarah', 'sarah@ledger.test')).userId;
    const verify = ['credits', 'verify', '--tenant', tenant.tenantId];
    const grant = { credits: 5, reason: 'Goodwill' };
    const path = `/api/admin/clients/${clientId}/credits/grant`;
    const { lotId } = dataOf<{ lotId: string }>(await tenant.admin.api.post(path, grant, freshKey()));
    // The registration's trial may come after the grant.
    await eventually(async () => expect(await consult(...verify)).toBe('1 account, no difference'), {
      withinMs: SETTLE_MS,
    });

    await falsify(world, { clientId, lotId });
    const told: unknown = await consult(...verify).catch((error: unknown) => error);
    expect(told).toMatchObject({ code: 1, stdout: expect.stringContaining('1 account, 1 differs') });
    expect(told).toMatchObject({ stdout: expect.stringContaining(`${tenant.tenantId} ${clientId} lot ${lotId}: `) });

    const rebuilt = await consult('credits', 'rebuild', '--tenant', tenant.tenantId);
    expect(rebuilt).toContain(`repaired ${tenant.tenantId} ${clientId}`);
    expect(rebuilt).toContain('1 account, 1 repaired');

    expect(await consult(...verify)).toBe('1 account, no difference');
    expect(await consult('credits', 'verify')).toMatch(/^\d+ accounts?, no difference$/);
    const client = await tenant.admin.api.get(`/api/admin/clients/${clientId}`);
    expect(client.body.data).toMatchObject({ consultationCredits: { availableCredits: 5 } });
    const ledger = await tenant.admin.api.get(`/api/billing/credits/ledger?clientId=${clientId}`);
    expect(ledger.body.data).toContainEqual(expect.objectContaining({ kind: 'rebuilt' }));
  }, 60_000);

  test('what a command does not understand is said, with the usage', async () => {
    await expect(consult('tenants', 'destroy')).rejects.toMatchObject({ code: 2 });
    await expect(consult('users', 'invite', '--tenant', '100001', '--role', 'client')).rejects.toThrow(/--role is/);
  });
});

/** Writes past the service: two credits that no movement tells of. */
async function falsify({ stack }: World, { clientId, lotId }: { clientId: string; lotId: string }): Promise<void> {
  const { mongoUri, namespace } = stack;
  const connection = await mongoose.createConnection(mongoUri, { dbName: `${namespace}_credits` }).asPromise();
  try {
    const change = { $inc: { [`lots.${lotId}.remaining`]: 2 } };
    const { modifiedCount } = await connection.collection('accounts').updateOne({ clientId }, change);
    expect(modifiedCount).toBe(1);
  } finally {
    await connection.close();
  }
}
