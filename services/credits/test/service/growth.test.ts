import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { archiveWorker } from '../../src/workers/archive.ts';
import { movementsQuery } from '../../src/store/ledger.ts';
import { RECENT_IDS_MAX, recentIdsOf, recentMark, remembered, remembering } from '../../src/store/recent-ids.ts';
import { accountOf, movementsOf } from '../support/books.ts';
import { NO_BROKER, type Replica, type Replicas, startReplicas } from '../support/replicas.ts';
import { TENANT } from '../support/service.ts';

let replicas: Replicas;
let here: Replica;
beforeAll(async () => {
  replicas = await startReplicas();
  here = await replicas.add();
});
afterAll(() => replicas.stop());

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function bytesOf(clientId: string): Promise<number> {
  const [found] = await here.deps.accounts.aggregate<{ bytes: number }>([
    { $match: { tenantId: TENANT, clientId } },
    { $project: { bytes: { $bsonSize: '$$ROOT' } } },
  ]);
  return found?.bytes ?? 0;
}

describe('an account that has been used for years', () => {
  // A fixed share of what the bench does: 10,000 bookings of 200 purchases.
  const PURCHASES = 30;
  const BOOKINGS_EACH = 20;
  const BYTES_MAX = 32 * 1_024;

  test('stays small: what is spent and told is elsewhere', async () => {
    const archive = archiveWorker(here.deps);
    for (const purchase of times(PURCHASES)) {
      await here.grant('old', BOOKINGS_EACH, `TXN-old-${purchase}`);
      await Promise.all(
        times(BOOKINGS_EACH).map(async (index) => {
          await here.reserve('old', `b-${purchase}-${index}`);
          await here.use('old', `b-${purchase}-${index}`);
        }),
      );
      await archive.tick();
    }
    await here.flush();
    await archive.tick();
    const { lots, pending, recentIds, bookings } = await accountOf(here.deps, 'old');
    expect(Object.keys(lots)).toHaveLength(20);
    expect({ pending, bookings }).toEqual({ pending: [], bookings: {} });
    expect(recentIds).toHaveLength(RECENT_IDS_MAX);
    await eventually(async () => expect(await bytesOf('old')).toBeLessThan(BYTES_MAX));
    expect(await replicas.differences()).toEqual([]);
  });

  test('remembers exactly the newest movements, and since when', async () => {
    const { recentIds, idsCompleteSince } = await accountOf(here.deps, 'old');
    const movements = await movementsOf(here.deps, 'old');
    const knows = recentIdsOf(recentIds);
    for (const { movementId } of movements.slice(-RECENT_IDS_MAX)) expect(knows(movementId)).toBe(true);
    const forgotten = movements.slice(0, -RECENT_IDS_MAX);
    const known = forgotten.filter(({ movementId }) => knows(movementId));
    expect(known).toEqual([]);
    const newest = Math.max(...forgotten.map(({ recordedAt }) => recordedAt.getTime()));
    expect(idsCompleteSince).toEqual(new Date(newest));
  });

  test('has its pages by lot from the index of that lot, at the cost of a page', async () => {
    const { _id: accountId, lots } = await accountOf(here.deps, 'old');
    const [lotId = ''] = Object.keys(lots);
    const query = movementsQuery(here.deps.ledger, { tenantId: TENANT, accountId }, { before: 1e9, limit: 5, lotId });
    const plan = JSON.stringify(await query.explain('executionStats'));
    expect(plan).toContain('"indexName":"tenantId_1_lotId_1_sequence_-1"');
    expect(plan).not.toContain('"stage":"SORT"');
    expect(/"totalDocsExamined":(\d+)/.exec(plan)?.[1]).toBe('5');
  });
});

test('the movements of a booking come from an index of their own, at the cost of these movements', async () => {
  const { _id: accountId } = await accountOf(here.deps, 'old');
  const [movement] = (await movementsOf(here.deps, 'old')).filter(({ kind }) => kind === 'used');
  const page = { before: 1e9, limit: 100, bookingId: movement?.bookingId };
  const plan = JSON.stringify(
    await movementsQuery(here.deps.ledger, { tenantId: TENANT, accountId }, page).explain('executionStats'),
  );
  expect(plan).toContain('"indexName":"tenantId_1_bookingId_1_sequence_-1"');
  const [examined, returned] = ['totalDocsExamined', 'nReturned'].map((name) =>
    Number(new RegExp(`"${name}":(\\d+)`).exec(plan)?.[1]),
  );
  expect(returned).toBeGreaterThan(0);
  expect(examined).toBe(returned);
});

test('places of remembered movements go round: 300 movements in flushes of any size leave the newest 256', () => {
  const movements = times(300).map((index) => ({
    movementId: `m-${index}`,
    recordedAt: new Date(1_000 + index),
    sequence: index + 1,
  }));
  let account = { recentIds: [] as string[], idsCompleteSince: new Date(0) };
  for (let next = 0; next < movements.length; next += 7) {
    const { marks, idsCompleteSince } = remembering(account, movements.slice(next, next + 7));
    account = { recentIds: remembered(account.recentIds, marks), idsCompleteSince };
  }
  expect(account.idsCompleteSince).toEqual(new Date(1_000 + 43));
  const newest = movements.slice(-RECENT_IDS_MAX).map(recentMark);
  expect([...account.recentIds].sort()).toEqual(newest.sort());
  const all = remembering({ recentIds: [], idsCompleteSince: new Date(0) }, movements);
  expect(remembered([], all.marks)).toEqual(account.recentIds);
  expect(all.idsCompleteSince).toEqual(account.idsCompleteSince);
});

describe('while the broker is away', () => {
  const AT_ONCE = 20;

  test('an account takes a bounded number of commands; when it is back, all is told and the next one is taken', async () => {
    const cutOff = await replicas.add({ AMQP_URL: NO_BROKER });
    await cutOff.grant('pia', 600);
    const session = async (index: number) => {
      await cutOff.reserve('pia', `b-${index}`);
      await cutOff.use('pia', `b-${index}`);
    };
    const lost: unknown[] = [];
    for (let next = 0; next < 520; next += AT_ONCE) {
      const outcomes = await Promise.allSettled(times(AT_ONCE).map((index) => session(next + index)));
      lost.push(...outcomes.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : [])));
    }
    expect(lost.length).toBeGreaterThan(0);
    for (const reason of lost)
      expect(reason).toMatchObject({ code: 'dependency_unavailable', details: { dependency: 'broker' } });
    const { outbox } = await accountOf(here.deps, 'pia');
    expect(outbox).toHaveLength(1_000);
    // Movements are not held up by it.
    await cutOff.flush();

    await eventually(
      async () => {
        // A sweep takes twenty events of a document, so that none holds up the others.
        for (let sweeps = 0; sweeps < 100 && (await here.deps.relay.sweep()) > 0; sweeps += 1);
        expect((await accountOf(here.deps, 'pia')).outbox).toEqual([]);
      },
      { withinMs: 40_000 },
    );
    // This process still counts a thousand; it looks again before it says no.
    expect(await cutOff.reserve('pia', 'b-later')).toMatchObject({ payment: { method: 'credits' } });
    expect(await replicas.differences()).toEqual([]);
  });

  test('what another process has published meanwhile makes room for all that wait, not only for the first of them', async () => {
    const cutOff = await replicas.add({ AMQP_URL: NO_BROKER });
    await cutOff.grant('quin', 600);
    for (let next = 0; next < 490; next += 10)
      await Promise.all(
        times(10).map(async (index) => {
          await cutOff.reserve('quin', `b-${next + index}`);
          await cutOff.use('quin', `b-${next + index}`);
        }),
      );
    expect((await accountOf(here.deps, 'quin')).outbox).toHaveLength(981);
    await here.deps.accounts.updateOne({ tenantId: TENANT, clientId: 'quin' }, { $set: { outbox: [] } });
    const taken = await Promise.all(times(40).map((index) => cutOff.reserve('quin', `b-late-${index}`)));
    expect(taken).toHaveLength(40);
  });
});
