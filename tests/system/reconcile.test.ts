import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import mongoose from 'mongoose';
import { consult } from '../support/consult.ts';
import { checkWorld } from '../support/invariants.ts';
import { startSale } from '../support/sale.ts';
import {
  balanceOf,
  book,
  buy,
  type Person,
  registerClient,
  SETTLE_MS,
  type Tenant,
  type World,
} from '../support/world.ts';

describe('consult reconcile', () => {
  let world: World;
  let tenant: Tenant;
  let client: Person;
  let mike: Person;
  let transactionId: string;

  beforeAll(async () => {
    ({ world, tenant, client, mike } = await startSale('books', { name: 'Trio', credits: 3, amount: 29_700 }));
    const [bought] = (await balanceOf(client)).activeCredits;
    transactionId = bought?.billingId ?? '';
  }, 120_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  async function reconcile(...args: string[]): Promise<{ code: number; lines: string[] }> {
    const { code, stdout } = await consult(world, 'reconcile', '--settled', '0', ...args)
      .then((out) => ({ code: 0, stdout: out }))
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
    expect(await reconcile()).toEqual({ code: 0, lines: [expect.stringMatching(/^\d+ records, nothing found$/)] });
  }, 60_000);

  test('finds sessions and credits that do not know of each other, and has them settled', async () => {
    const other = await registerClient(world, 'books', 'Other', 'other@books.test');
    await buy(world, other, 'Trio');
    const session = { consultantId: mike.userId, title: 'Advice', type: 'advisory', durationMinutes: 60 };
    const held = async (scheduledStart: string) => {
      const { consultationId } = await book(other, { ...session, scheduledStart });
      await eventually(
        async () => {
          expect((await reconcile('--tenant', tenant.tenantId)).code).toBe(0);
        },
        { withinMs: SETTLE_MS },
      );
      return consultationId;
    };
    const over = await held('2025-01-20T10:00:00Z');
    const gone = await held('2025-01-21T10:00:00Z');
    // As if the word of a cancellation had never come, and a session had been lost.
    const by = { move: 'cancel', actor: 'client', reason: '' };
    await meddle('scheduling', async (db) => {
      const consultations = db.collection('consultations');
      await consultations.updateOne(
        { consultationId: over },
        {
          $set: { status: { current: 'cancelled', reason: '', creditEffect: 'return' } },
          $unset: { active: '', consultantCells: '', clientCells: '', busyFrom: '', busyTo: '', dueAt: '' },
          $push: {
            history: { at: new Date('2025-01-01T11:00:00Z'), from: 'scheduled', to: 'cancelled', ...by },
          } as never,
          $inc: { version: 1 },
        },
      );
      await consultations.deleteOne({ consultationId: gone });
    });
    expect((await balanceOf(other)).availableCredits).toBe(1);
    const found = (await reconcile('--tenant', tenant.tenantId)).lines.join('\n');
    expect(found).toContain(`${over} return_unheard`);
    expect(found).toContain('movement_without_session');
    expect((await reconcile('--tenant', tenant.tenantId, '--apply')).code).toBe(0);
    expect((await reconcile('--tenant', tenant.tenantId)).code).toBe(0);
    expect(await balanceOf(other)).toMatchObject({ availableCredits: 3, lifetime: { creditsUsed: 0 } });
    const kept = await tenant.admin.api.get<{ data: { apply: boolean; by: string; applied: number }[] }>(
      '/api/admin/reconciliation',
    );
    expect(kept.body.data.filter(({ apply }) => apply)).toMatchObject([{ by: 'operator', applied: 2 }]);
    await checkWorld(world);
  }, 120_000);

  test('finds a payment without its credits, and has them granted', async () => {
    await meddle('credits', async (db) => {
      await db.collection('accounts').deleteMany({ clientId: client.userId });
      await db.collection('ledger').deleteMany({ transactionId });
    });
    const found = await reconcile('--tenant', tenant.tenantId);
    expect(found.code).toBe(1);
    expect(found.lines[0]).toContain(`${transactionId} paid_without_grant`);
    expect((await reconcile('--tenant', tenant.tenantId, '--apply')).lines[0]).toMatch(/mended$/);
    await eventually(async () => expect((await balanceOf(client)).availableCredits).toBe(3), { withinMs: SETTLE_MS });
    expect((await reconcile('--tenant', tenant.tenantId)).code).toBe(0);
    await checkWorld(world);
  }, 90_000);

  test('finds a payment nobody heard of, and a lot nobody paid for', async () => {
    await meddle('billing', (db) =>
      db
        .collection('transactions')
        .updateOne({ transactionId }, { $set: { state: 'pending', 'amount.gross': 29_700 }, $inc: { version: 1 } }),
    );
    const unheard = await reconcile('--tenant', tenant.tenantId, '--apply');
    expect(unheard.lines.join('\n')).toContain(`${transactionId} unheard_payment`);
    expect((await reconcile('--tenant', tenant.tenantId)).code).toBe(0);
    await meddle('billing', (db) => db.collection('transactions').deleteOne({ transactionId }));
    const stray = await reconcile('--tenant', tenant.tenantId, '--apply');
    expect(stray).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('grant_without_payment'), expect.any(String)],
    });
  }, 90_000);
});
