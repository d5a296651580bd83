import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle } from '../support/packages.ts';
import {
  client,
  confirm,
  finance,
  open,
  OTHER_TENANT,
  refusal,
  settled,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';

const HOUR_MS = 3_600_000;
const sold = bundle();
const operator = testCaller({ tenantId: '', userId: 'operator-1', roles: ['operator'] });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
});
afterAll(() => world.stop());
afterEach(() => {
  world.neighbours.bookings.clear();
  world.neighbours.settled.length = 0;
});

type Findings = Awaited<ReturnType<World['billing']['reconcile']>>['findings'];

/** Every page of a run, as the operator's command asks for them. */
async function reconcile(changes: { apply?: boolean; tenantId?: string; settledSeconds?: number } = {}) {
  const asked = { tenantId: TENANT, since: '', apply: false, ...changes };
  const findings: Findings = [];
  let runId = '';
  for (let cursor = ''; ; ) {
    const page = await world.billing.reconcile(operator, { ...asked, cursor });
    findings.push(...page.findings);
    ({ runId, nextCursor: cursor } = page);
    if (cursor === '') return { runId, found: findings.map(({ kind, subject }) => [kind, subject]), findings };
  }
}
const runs = async (tenantId = TENANT) => world.billing.listReconciliations(finance(tenantId), {});
function booking(bookingId: string, credits: string, session?: string) {
  const known = { tenantId: TENANT, clientId: 'sarah', credits, ...(session === undefined ? {} : { session }) };
  world.neighbours.bookings.set(bookingId, known);
}
/** A purchase that is paid; credits has its lot unless said. */
async function bought(clientId: string, lot = true) {
  const { clientSecret, transactionId } = await open(world, client(clientId), sold);
  const { amount } = sold.pricing;
  const own = { remaining: 3, added: 3, paidMinor: amount };
  if (lot) world.neighbours.lots.set(`${TENANT}/${transactionId}`, own);
  await confirm(world, clientSecret);
  await settled(world, client(clientId), transactionId, 'succeeded');
  await eventually(async () => {
    const waiting = { transactionId, 'outbox.0': { $exists: true } };
    expect(await world.database.collection('transactions').countDocuments(waiting)).toBe(0);
  });
  return transactionId;
}

describe('consultations and the ledger', () => {
  test('agree, where each says what the other does', async () => {
    booking('stands', 'held', 'standing');
    booking('over', 'used', 'completed');
    booking('back', 'released', 'released');
    booking('resolved', 'reversed', 'released');
    expect((await reconcile()).found).toEqual([]);
  });

  test('what is moving while it is looked at is no finding', async () => {
    booking('b-moves', 'used', 'standing');
    booking('b-late', 'held', 'completed');
    // One session is completed between the two reads; of the other credits has just heard.
    world.neighbours.meanwhile.happens = () => {
      booking('b-moves', 'used', 'completed');
      booking('b-late', 'used', 'completed');
    };
    const { found } = await reconcile();
    world.neighbours.meanwhile.happens = () => {};
    expect(found).toEqual([]);
  });

  test('what differs is found, and what is safe is mended once', async () => {
    booking('b-gone', 'nothing', 'standing');
    booking('b-asked', 'reserved', 'standing');
    booking('b-over', 'held', 'completed');
    booking('b-back', 'held', 'released');
    booking('b-stray', 'held');
    const expected = [
      ['session_without_movement', 'CONS-b-gone'],
      ['session_without_movement', 'CONS-b-asked'],
      ['use_unheard', 'CONS-b-over'],
      ['return_unheard', 'CONS-b-back'],
      ['movement_without_session', 'b-stray'],
    ];
    expect((await reconcile()).found).toEqual(expected);
    expect(world.neighbours.settled).toEqual([]);
    const { findings, runId } = await reconcile({ apply: true });
    expect(findings.filter(({ applied }) => applied).map(({ subject }) => subject)).toEqual([
      'CONS-b-asked',
      'CONS-b-over',
      'CONS-b-back',
      'b-stray',
    ]);
    expect(world.neighbours.settled).toEqual(['b-asked', 'b-over', 'b-back', 'b-stray']);
    // Who did what to which stands in the run.
    const kept = (await runs()).reconciliations.find((run) => run.runId === runId);
    expect(kept).toMatchObject({
      trigger: 'by_hand',
      by: 'operator-1',
      apply: true,
      applied: 4,
      checked: expect.any(Number),
    });
    expect(kept?.findings.map(({ subject, applied, open: still }) => [subject, applied, still])).toEqual([
      ['CONS-b-gone', false, true],
      ['CONS-b-asked', true, false],
      ['b-stray', true, false],
      ['CONS-b-over', true, false],
      ['CONS-b-back', true, false],
    ]);
    expect((await reconcile({ apply: true })).found).toEqual([['session_without_movement', 'CONS-b-gone']]);
  });
});

describe('a run', () => {
  test('is kept with what it found; a finding closes when a later one finds it no more', async () => {
    const transactionId = await bought('ann', false);
    const first = await reconcile();
    expect(first.found).toEqual([['paid_without_grant', transactionId]]);
    const { standing, reconciliations } = await runs();
    expect(standing).toMatchObject({ open: 1 });
    expect(reconciliations[0]).toMatchObject({
      runId: first.runId,
      counts: [{ kind: 'paid_without_grant', count: 1 }],
      findings: [{ kind: 'paid_without_grant', subject: transactionId, open: true }],
    });
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { remaining: 3, added: 3, paidMinor: sold.pricing.amount });
    await reconcile();
    const later = await runs();
    expect(later.standing).toMatchObject({ open: 0 });
    expect(later.reconciliations.find(({ runId }) => runId === first.runId)?.findings).toMatchObject([{ open: false }]);
  });

  test('leaves out what has just changed, if it is told to', async () => {
    const transactionId = await bought('fresh', false);
    expect((await reconcile({ settledSeconds: 3_600 })).found).toEqual([]);
    expect((await reconcile()).found).toEqual([['paid_without_grant', transactionId]]);
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { remaining: 3, added: 3, paidMinor: sold.pricing.amount });
  });

  test('counts a page once, however often it is asked for', async () => {
    const asked = { tenantId: TENANT, since: '', apply: false, settledSeconds: 0 };
    const first = await world.billing.reconcile(operator, { ...asked, cursor: '' });
    const cursor = first.nextCursor;
    for (const _again of [1, 2, 3]) await world.billing.reconcile(operator, { ...asked, cursor });
    const kept = (await runs()).reconciliations.find(({ runId }) => runId === first.runId);
    expect(kept).toMatchObject({ checked: first.checked });
    expect(kept?.finishedAt).toBeUndefined();
    // Half a run says nothing of how the books stand.
    expect((await runs()).standing?.at).not.toBe(kept?.startedAt);
  });

  test('is begun by an operator, and seen by finance and admin of its tenant', async () => {
    const asked = { tenantId: TENANT, since: '', apply: false, cursor: '' };
    expect(await refusal(world.billing.reconcile(finance(), asked))).toMatchObject({ code: 'forbidden' });
    const foreign = { ...asked, cursor: 'of-nobody/lots:' };
    expect(await refusal(world.billing.reconcile(operator, foreign))).toMatchObject({ code: 'invalid_request' });
    expect(await refusal(world.billing.listReconciliations(client('ann'), {}))).toMatchObject({ code: 'forbidden' });
    const { nextCursor } = await world.billing.reconcile(operator, asked);
    const elsewhere = { ...asked, tenantId: OTHER_TENANT, cursor: nextCursor };
    expect(await refusal(world.billing.reconcile(operator, elsewhere))).toMatchObject({ code: 'invalid_request' });
    expect(await runs(OTHER_TENANT)).toMatchObject({ reconciliations: [], standing: null });
  });
});

describe('every 24 hours of technical time', () => {
  const turns = () => world.database.collection<{ _id: string; dueAt: Date; nextAt: Date }>('reconciliation_turns');
  const nightly = async () =>
    (await runs()).reconciliations.filter(({ trigger, finishedAt }) => trigger === 'nightly' && finishedAt);
  /** As if a day had gone by: the tenant's turn has come. */
  async function turnComes() {
    await eventually(async () => {
      const due = new Date(Date.now() - 1_000);
      const { matchedCount } = await turns().updateOne({ _id: TENANT }, { $set: { dueAt: due, nextAt: due } });
      expect(matchedCount).toBe(1);
    });
  }

  test('the books are looked at by themselves, and never mended', async () => {
    // Tenants are looked for when billing starts, and then every hour.
    world.shiftWall(2 * HOUR_MS);
    await eventually(async () => expect(await turns().countDocuments({ _id: TENANT })).toBe(1));
    world.shiftWall(0);
    const first = await turns().findOne({ _id: TENANT });
    expect(first?.dueAt.getTime()).toBeGreaterThan(Date.now() + 20 * HOUR_MS);
    expect(await nightly()).toEqual([]);
    booking('b-night', 'held', 'completed');
    await turnComes();
    const [run] = await eventually(async () => {
      const found = await nightly();
      expect(found).toHaveLength(1);
      return found;
    });
    expect(run).toMatchObject({
      by: 'system',
      apply: false,
      applied: 0,
      findings: [{ kind: 'use_unheard', subject: 'CONS-b-night', applied: false, open: true }],
    });
    expect(world.neighbours.settled).toEqual([]);
    await eventually(async () => {
      const next = await turns().findOne({ _id: TENANT });
      expect(next?.nextAt.getTime()).toBeGreaterThan(Date.now() + 20 * HOUR_MS);
    });
  });

  test('a run that was broken off goes on where it stood, not from the beginning', async () => {
    await eventually(async () => {
      const turn = await turns().findOne({ _id: TENANT });
      expect(turn?.nextAt.getTime()).toBeGreaterThan(Date.now());
    });
    const [before] = await nightly();
    // It had come as far as the sessions when its process died, with its lease over by now.
    const runsHere = world.database.collection<{ _id: string }>('reconciliations');
    const runId = before?.runId ?? '';
    const broken = {
      $set: { cursor: 'sessions:', checked: 1_000, counts: {}, findings: [] },
      $unset: { finishedAt: 1 },
    };
    const turn = await turns().findOne({ _id: TENANT });
    await runsHere.updateOne({ _id: runId }, broken as never);
    booking('b-half', 'held', 'released');
    const began = new Date((turn?.dueAt.getTime() ?? 0) - 24 * HOUR_MS);
    await turns().updateOne({ _id: TENANT }, { $set: { dueAt: began, nextAt: began } });
    await eventually(async () => {
      const [run] = await nightly();
      expect(run).toMatchObject({ runId, checked: 1_002, findings: [{ subject: 'CONS-b-half' }] });
    });
    expect(await nightly()).toHaveLength(1);
  });
});
