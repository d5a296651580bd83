import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { type Answer, dataOf } from '../support/api.ts';
import { checkWorld } from '../support/invariants.ts';
import {
  addConsultant,
  advanceTo,
  balanceOf,
  book,
  createTenant,
  freshKey,
  mailsTo,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

interface Lot {
  lotId: string;
  creditsAdded: number;
  creditsUsed: number;
  creditsRemaining: number;
  expiryDate: string;
  status: string;
  source: string;
}
interface Movement {
  kind: string;
  credits: number;
  actor: string;
  reason: string;
  until?: string;
}

describe('credits by hand, over the whole system', () => {
  let world: World;
  let tenant: Tenant;
  let client: Person;
  let consultant: Person;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    tenant = await createTenant(world, 'byhand');
    client = await registerClient(world, 'byhand', 'Sarah', 'sarah@byhand.test');
    consultant = await addConsultant(world, tenant, 'Mike', 'mike@byhand.test');
  }, 120_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const command = (verb: string, body: object, key = freshKey()): Promise<Answer> =>
    tenant.admin.api.post(`/api/admin/clients/${client.userId}/credits/${verb}`, body, key);
  const lotOf = (answer: Answer) => dataOf<Lot>(answer);
  const ledgerOf = async (lotId: string) =>
    dataOf<Movement[]>(
      await tenant.admin.api.get(`/api/billing/credits/ledger?clientId=${client.userId}&lotId=${lotId}`),
    );

  test('granted once per key, spent by a booking, adjusted, extended and voided; each with who did it and why', async () => {
    const grant = { credits: 5, reason: 'Goodwill', expiresAt: '2025-02-01' };
    const key = freshKey();
    const answers = await Promise.all([1, 2, 3].map(() => command('grant', grant, key)));
    // One is carried out; the others are told to wait, or what it answered.
    expect(answers.map(({ status }) => status)).toContain(200);
    const granted = lotOf(await command('grant', grant, key));
    expect(granted).toMatchObject({ creditsAdded: 5, creditsRemaining: 5, status: 'active', source: 'manual' });
    expect(granted.expiryDate).toBe('2025-02-01T00:00:00.000Z');
    expect((await balanceOf(client)).availableCredits).toBe(5);
    const { lotId } = granted;

    await book(client, {
      consultantId: consultant.userId,
      title: 'On the house',
      type: 'advisory',
      scheduledStart: '2025-01-20T10:00:00Z',
      durationMinutes: 60,
    });
    expect(lotOf(await command('adjust', { lotId, credits: -2, reason: 'Two too many' }))).toMatchObject({
      creditsUsed: 1,
      creditsRemaining: 2,
    });
    const tooMany = await command('adjust', { lotId, credits: -3, reason: 'Three more' });
    expect([tooMany.status, tooMany.body.code]).toEqual([422, 'rule_refused']);
    expect(lotOf(await command('adjust', { lotId, credits: 1, reason: 'One more' }))).toMatchObject({
      creditsRemaining: 3,
    });
    expect(
      lotOf(await command('extend', { lotId, expiresAt: '2025-03-01T00:00:00+01:00', reason: 'Was ill' })),
    ).toMatchObject({ expiryDate: '2025-02-28T23:00:00.000Z' });
    expect(lotOf(await command('void', { lotId, reason: 'By agreement' }))).toMatchObject({
      creditsUsed: 1,
      creditsRemaining: 0,
    });
    expect((await balanceOf(client)).availableCredits).toBe(0);

    const byAdmin = (await ledgerOf(lotId)).filter(({ actor }) => actor === tenant.admin.userId);
    expect(byAdmin.map(({ kind, credits, reason }) => `${kind} ${credits} ${reason}`)).toEqual([
      'revoked 3 By agreement',
      'extended 0 Was ill',
      'granted 1 One more',
      'revoked 2 Two too many',
      'granted 5 Goodwill',
    ]);
    await eventually(
      async () => {
        const mails = (await mailsTo(world, client.email)).filter(({ subject }) => subject === 'Credits Added');
        expect(mails.map(({ text }) => /Credits: (\d+)/.exec(text)?.[1])).toEqual(['5']);
      },
      { withinMs: SETTLE_MS },
    );
    await checkWorld(world);
  }, 90_000);

  test('what has lapsed comes back when the lot is extended', async () => {
    const { lotId } = lotOf(await command('grant', { credits: 2, reason: 'Short', expiresAt: '2025-01-05' }));
    await advanceTo(world, '2025-01-06T09:00:00Z');
    expect((await balanceOf(client)).availableCredits).toBe(0);
    const late = await command('adjust', { lotId, credits: 1, reason: 'Too late' });
    expect([late.status, late.body.code]).toEqual([422, 'rule_refused']);
    const extended = lotOf(await command('extend', { lotId, expiresAt: '2025-01-10', reason: 'Sorry' }));
    expect(extended).toMatchObject({ creditsRemaining: 2, status: 'active' });
    expect((await balanceOf(client)).availableCredits).toBe(2);
    await checkWorld(world);
  }, 90_000);
});
