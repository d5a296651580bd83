import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import mongoose from 'mongoose';
import { checkWorld } from '../support/invariants.ts';
import {
  balanceOf,
  buy,
  createPackage,
  createTenant,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

const run = promisify(execFile);
const COMMAND = new URL('../../deploy/local/src/consult.ts', import.meta.url).pathname;
const PACKAGE = {
  details: { name: 'Trio', type: 'consultation_bundle' },
  credits: { total: 3 },
  pricing: { amount: 29_700 },
};

describe('consult reconcile', () => {
  let world: World;
  let tenant: Tenant;
  let client: Person;
  let transactionId: string;

  beforeAll(async () => {
    world = await startWorld();
    tenant = await createTenant(world, 'books');
    await createPackage(tenant, PACKAGE);
    client = await registerClient(world, 'books', 'Sarah', 'sarah@books.test');
    transactionId = await buy(world, client, 'Trio');
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(3), { withinMs: SETTLE_MS });
  }, 120_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  async function consult(...args: string[]): Promise<{ code: number; lines: string[] }> {
    const { stack } = world;
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_NO_WARNINGS: '1',
      CONSULT_URL: stack.urls.gateway,
      OPERATOR_SECRET: stack.operatorSecret,
      BILLING_GRPC_URL: stack.grpcUrl('billing'),
      CALL_TOKEN_SECRET: stack.callTokenSecret,
    };
    const { code, stdout } = await run(process.execPath, ['--conditions=source', COMMAND, 'reconcile', ...args], {
      env,
    })
      .then(({ stdout: out }) => ({ code: 0, stdout: out }))
      .catch((error: { code: number; stdout: string }) => error);
    return { code, lines: stdout.trim().split('\n') };
  }

  /** Falsifies the data behind the services' backs. */
  async function meddle(database: string, change: (db: mongoose.mongo.Db) => Promise<unknown>): Promise<void> {
    const connection = await mongoose.createConnection(world.stack.mongoUri).asPromise();
    await change(connection.getClient().db(`${world.stack.namespace}_${database}`));
    await connection.close();
  }

  test('finds nothing where the books agree', async () => {
    expect(await consult()).toEqual({ code: 0, lines: [expect.stringMatching(/^\d+ records, nothing found$/)] });
  }, 60_000);

  test('finds a payment without its credits, and has them granted', async () => {
    await meddle('credits', async (db) => {
      await db.collection('accounts').deleteMany({ clientId: client.userId });
      await db.collection('ledger').deleteMany({ transactionId });
    });
    const found = await consult('--tenant', tenant.tenantId);
    expect(found.code).toBe(1);
    expect(found.lines[0]).toContain(`${transactionId} paid_without_grant`);
    expect((await consult('--tenant', tenant.tenantId, '--apply')).lines[0]).toMatch(/mended$/);
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(3), { withinMs: SETTLE_MS });
    expect((await consult('--tenant', tenant.tenantId)).code).toBe(0);
    await checkWorld(world);
  }, 90_000);

  test('finds a payment nobody heard of, and a lot nobody paid for', async () => {
    await meddle('billing', (db) =>
      db
        .collection('transactions')
        .updateOne({ transactionId }, { $set: { state: 'pending', 'amount.gross': 29_700 }, $inc: { version: 1 } }),
    );
    const unheard = await consult('--tenant', tenant.tenantId, '--apply');
    expect(unheard.lines.join('\n')).toContain(`${transactionId} unheard_payment`);
    expect((await consult('--tenant', tenant.tenantId)).code).toBe(0);
    await meddle('billing', (db) => db.collection('transactions').deleteOne({ transactionId }));
    const stray = await consult('--tenant', tenant.tenantId, '--apply');
    expect(stray).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('grant_without_payment'), expect.any(String)],
    });
  }, 90_000);
});
