import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { derivedId } from '@consult/runtime/ids';
import { testCaller } from '@consult/testing/call';
import { randomUUID } from 'node:crypto';
import { archiveSpentLots } from '../../src/operations/archive-lots.ts';
import { adjustCredits } from '../../src/operations/manual-credits.ts';
import { getBalance } from '../../src/operations/read-account.ts';
import { reverseUse } from '../../src/operations/settle-booking.ts';
import { readAccountById } from '../../src/store/accounts.ts';
import { allArchivedLots, archivedLotsOf, archiveLots } from '../../src/store/archived-lots.ts';
import type { GroupCommit } from '../../src/store/group-commit.ts';
import { archiveWorker } from '../../src/workers/archive.ts';
import { accountOf } from '../support/books.ts';
import { bookingOf, from, type Replica, type Replicas, startReplicas } from '../support/replicas.ts';
import { TENANT } from '../support/service.ts';

let replicas: Replicas;
let here: Replica;
beforeAll(async () => {
  replicas = await startReplicas();
  here = await replicas.add();
});
afterAll(() => replicas.stop());

const LOTS = 25;
const KEPT = 20;
const purchaseOf = (clientId: string, index: number) => `TXN-${clientId}-${index}`;
const lotOf = (clientId: string, index: number) => derivedId('lot', TENANT, purchaseOf(clientId, index));

/** A client who has bought 25 single credits, and used up all of them. */
async function spender(clientId: string) {
  for (let index = 0; index < LOTS; index += 1) {
    await here.grant(clientId, 1, purchaseOf(clientId, index));
    await here.reserve(clientId, `b-${index}`);
    await here.use(clientId, `b-${index}`);
  }
  const { _id: accountId } = await accountOf(here.deps, clientId);
  return { tenantId: TENANT, accountId };
}

async function lotsOf(clientId: string): Promise<string[]> {
  return Object.keys((await accountOf(here.deps, clientId)).lots);
}

const balanceOf = (clientId: string, withArchived: boolean) =>
  getBalance(here.deps, from('gateway'), { clientId, withArchived });

const reverse = (clientId: string, booking: string) =>
  reverseUse(here.deps, from('scheduling'), {
    clientId,
    bookingId: bookingOf(clientId, booking),
    revision: 1,
    cause: 'resolution',
    reason: 'no show',
  });

describe('spent lots', () => {
  test('leave the account but for the newest twenty, and are still shown to staff and proven', async () => {
    const key = await spender('ann');
    const shown = (await balanceOf('ann', true)).credits.map(({ lot }) => lot.lotId);
    const worker = archiveWorker(here.deps);
    expect(await worker.tick()).toBe(LOTS - KEPT);
    expect(await worker.tick()).toBe(0);
    const left = await lotsOf('ann');
    expect(left).toHaveLength(KEPT);
    const archived = await allArchivedLots(here.deps.archive, key);
    expect(archived).toHaveLength(LOTS - KEPT);
    expect(archived).toMatchObject(Array.from({ length: LOTS - KEPT }, () => ({ added: 1, remaining: 0, used: 1 })));
    expect((await balanceOf('ann', true)).credits.map(({ lot }) => lot.lotId).sort()).toEqual(shown.sort());
    expect((await balanceOf('ann', false)).credits).toHaveLength(KEPT);
    expect(await archivedLotsOf(here.deps.archive, key, 2)).toHaveLength(2);
    expect(await replicas.differences()).toEqual([]);
  });

  test('come back for a late command, with what it changes, and leave again when they are spent again', async () => {
    const key = await spender('bob');
    await archiveSpentLots(here.deps, key);
    const [old] = await allArchivedLots(here.deps.archive, key);
    const booking = Array.from({ length: LOTS }, (_, index) => index).find(
      (index) => lotOf('bob', index) === old?.lotId,
    );
    expect(await lotsOf('bob')).not.toContain(old?.lotId);

    // A second arrival moves nothing, so the lot stays where it is.
    expect(await here.use('bob', `b-${booking}`)).toMatchObject({ outcome: 'used', credits: 1 });
    expect(await here.reserve('bob', `b-${booking}`)).toMatchObject({ lot: { lotId: old?.lotId } });
    expect(await lotsOf('bob')).toHaveLength(KEPT);

    expect(await reverse('bob', `b-${booking}`)).toMatchObject({ outcome: 'released', credits: 1 });
    expect((await accountOf(here.deps, 'bob')).lots[old?.lotId ?? '']).toMatchObject({ remaining: 1, used: 0 });
    expect((await balanceOf('bob', false)).availableCredits).toBe(1);
    expect(await replicas.differences()).toEqual([]);

    await here.reserve('bob', 'b-again');
    await here.use('bob', 'b-again');
    expect(await archiveSpentLots(here.deps, key)).toBe(1);
    expect(await replicas.differences()).toEqual([]);
  });

  test('are not bought a second time when their payment is told again', async () => {
    const key = await spender('cid');
    await archiveSpentLots(here.deps, key);
    const [old] = await allArchivedLots(here.deps.archive, key);
    const { version } = await accountOf(here.deps, 'cid');
    expect(await here.grant('cid', 1, old?.transactionId)).toMatchObject({ lotId: old?.lotId, used: 1 });
    expect(await accountOf(here.deps, 'cid')).toMatchObject({ version });
  });

  test('are found for nobody but their client', async () => {
    const key = await spender('gil');
    await archiveSpentLots(here.deps, key);
    const [old] = await allArchivedLots(here.deps.archive, key);
    await here.grant('hal', 1, purchaseOf('hal', 0));
    const admin = testCaller({ tenantId: TENANT, roles: ['admin'] });
    const more = { commandId: randomUUID(), reason: 'a slip', lotId: old?.lotId ?? '', credits: 5 };
    await expect(adjustCredits(here.deps, admin, { ...more, clientId: 'hal' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await lotsOf('hal')).toEqual([lotOf('hal', 0)]);
    expect(await adjustCredits(here.deps, admin, { ...more, clientId: 'gil' })).toMatchObject({ remaining: 5 });
  });

  test('are in both places when the archive dies in between: the account is right', async () => {
    const key = await spender('dan');
    const stored = await readAccountById(here.deps.accounts, key);
    const copies = (stored?.account.lots ?? []).slice(0, LOTS - KEPT);
    await archiveLots(here.deps.archive, key, stored?.account.version ?? 0, copies);
    expect(await replicas.differences()).toEqual([]);
    const booking = Array.from({ length: LOTS }, (_, index) => index).find(
      (index) => lotOf('dan', index) === copies[0]?.lotId,
    );
    await reverse('dan', `b-${booking}`);
    expect((await balanceOf('dan', true)).availableCredits).toBe(1);
    expect((await balanceOf('dan', true)).credits).toHaveLength(LOTS);
    expect(await replicas.differences()).toEqual([]);
    await here.reserve('dan', 'b-again');
    await here.use('dan', 'b-again');
    await archiveSpentLots(here.deps, key);
    expect(await lotsOf('dan')).toHaveLength(KEPT);
    expect(await replicas.differences()).toEqual([]);
  });

  test('are not overwritten by a copy that was held up on its way', async () => {
    const key = await spender('eve');
    const stored = await readAccountById(here.deps.accounts, key);
    await archiveSpentLots(here.deps, key);
    const [old] = await allArchivedLots(here.deps.archive, key);
    const index = Array.from({ length: LOTS }, (_, one) => one).find((one) => lotOf('eve', one) === old?.lotId);
    await reverse('eve', `b-${index}`);
    await here.reserve('eve', 'b-again');
    await here.use('eve', 'b-again');
    await archiveSpentLots(here.deps, key);
    const { archivedAtVersion } = await copyOf(old?.lotId);
    const late = (stored?.account.lots ?? []).map((lot) => ({ ...lot, packageName: 'long ago' }));
    await archiveLots(here.deps.archive, key, stored?.account.version ?? 0, late);
    expect(await copyOf(old?.lotId)).toMatchObject({ archivedAtVersion, lot: { packageName: 'Quick Start' } });
  });

  test('are copied anew when the account changes meanwhile; where it never rests they stay, and leave the next time', async () => {
    const key = await spender('fay');
    const other = await replicas.add();
    const disturbed = { times: Number.POSITIVE_INFINITY, seen: 0 };
    const commits: GroupCommit = {
      commit: async (save) => {
        disturbed.seen += 1;
        if (disturbed.seen <= disturbed.times) await other.grant('fay', 1, `TXN-fay-more-${disturbed.seen}`);
        return here.deps.commits.commit(save);
      },
    };
    const busy = { ...here.deps, commits };
    expect(await archiveSpentLots(busy, key)).toBe(0);
    expect(await lotsOf('fay')).toHaveLength(LOTS + disturbed.seen);
    disturbed.times = disturbed.seen + 1;
    const bought = disturbed.times;
    expect(await archiveSpentLots(busy, key)).toBe(LOTS - KEPT);
    expect(disturbed.seen).toBe(bought + 1);
    expect(await lotsOf('fay')).toHaveLength(KEPT + bought);
    expect(await replicas.differences()).toEqual([]);
  });
});

async function copyOf(lotId = '') {
  const found = await here.deps.archive.findOne({ tenantId: TENANT, _id: lotId }).lean();
  if (found === null) throw new Error(`${lotId} is not in the archive`);
  return found;
}
