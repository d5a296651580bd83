import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change, begin, changed } from '../../src/domain/decision.ts';
import { changeAccount } from '../../src/operations/change-account.ts';
import { accountOf, movementsOf } from '../support/books.ts';
import { bookingOf, from, type Replica, type Replicas, startReplicas } from '../support/replicas.ts';

let replicas: Replicas;
let here: Replica;
let there: Replica;
beforeAll(async () => {
  replicas = await startReplicas();
  [here, there] = [await replicas.add(), await replicas.add()];
});
afterAll(() => replicas.stop());

const noCredits = { code: 'credits_required' };
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const versionOf = async (clientId: string) => (await accountOf(here.deps, clientId)).version;

describe('what a replica remembers of an account', () => {
  test('never refuses: credits that another replica granted meanwhile are found', async () => {
    await here.grant('ann', 1);
    await here.reserve('ann', 'b-1');
    await there.grant('ann', 1, 'TXN-ann-2');
    expect(await here.reserve('ann', 'b-2')).toMatchObject({ availableAfter: 0 });
    await expect(here.reserve('ann', 'b-3')).rejects.toMatchObject(noCredits);
  });

  test('never accepts what another replica has taken meanwhile: the version shows it', async () => {
    await here.grant('bob', 1);
    await there.reserve('bob', 'b-1');
    await expect(here.reserve('bob', 'b-2')).rejects.toMatchObject(noCredits);
    expect((await movementsOf(here.deps, 'bob')).map(({ kind }) => kind)).toEqual(['granted', 'reserved']);
  });

  test('does not make an old command new: its first answer is found in the ledger, long after the account forgot it', async () => {
    await here.grant('cid', 200);
    const first = await there.reserve('cid', 'b-first');
    await there.use('cid', 'b-first');
    for (const round of times(130)) {
      await there.reserve('cid', `b-${round}`);
      await there.use('cid', `b-${round}`);
    }
    await there.flush();
    const before = await movementsOf(here.deps, 'cid');
    // This replica still knows the account as it was when it had no booking at all.
    expect(await here.reserve('cid', 'b-first')).toMatchObject({ availableAfter: first.availableAfter });
    expect(await here.use('cid', 'b-first')).toMatchObject({ outcome: 'used', credits: 1 });
    expect(await movementsOf(here.deps, 'cid')).toEqual(before);
  });
});

describe('commands of one account that wait together', () => {
  test('are one write: each decided on what the ones before it left, refused or not', async () => {
    await here.grant('dan', 3);
    const before = await versionOf('dan');
    const outcomes = await Promise.allSettled(times(10).map((index) => here.reserve('dan', `b-${index}`)));
    const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.availableAfter] : []));
    const lost = outcomes.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    expect(won.sort((a, b) => a - b)).toEqual([0, 1, 2]);
    for (const reason of lost) expect(reason).toMatchObject(noCredits);
    // The first one goes at once; whoever came meanwhile goes with the second write.
    expect(await versionOf('dan')).toBe(before + 2);
  });

  test('that are the same command are one movement with one answer', async () => {
    await here.grant('eve', 3);
    const answers = await Promise.all(times(10).map(() => here.reserve('eve', 'same')));
    for (const answer of answers) expect(answer).toMatchObject({ availableAfter: 2 });
    expect((await movementsOf(here.deps, 'eve')).map(({ kind }) => kind)).toEqual(['granted', 'reserved']);
  });

  test('do not fall with one that throws: it alone has its error', async () => {
    await here.grant('fay', 3);
    const before = await versionOf('fay');
    const broken = () =>
      changeAccount(here.deps, from('credits'), {
        clientId: 'fay',
        movementIds: [],
        decide: () => {
          throw new Error('a decision that breaks');
        },
      });
    const [first, second, failed, third] = await Promise.allSettled([
      here.reserve('fay', 'b-1'),
      here.reserve('fay', 'b-2'),
      broken(),
      here.reserve('fay', 'b-3'),
    ]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a decision that breaks' } });
    expect(await versionOf('fay')).toBe(before + 2);
  });

  test('are told nothing before all of it is written', async () => {
    await here.grant('gus', 3);
    const told: string[] = [];
    const waiting = ['b-1', 'b-2', 'b-3'].map(async (bookingId) => {
      await here.reserve('gus', bookingId);
      const { bookings } = await accountOf(here.deps, 'gus');
      if (bookings[`${bookingOf('gus', bookingId)}:1`] === undefined) told.push(bookingId);
    });
    await Promise.all(waiting);
    expect(told).toEqual([]);
  });
});

test('an account takes 500 open bookings and no more, until one of them is over', async () => {
  await here.grant('max', 502);
  const outcomes = await Promise.allSettled(times(502).map((index) => here.reserve('max', `b-${index}`)));
  const lost = outcomes.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  expect(lost).toHaveLength(2);
  for (const reason of lost)
    expect(reason).toMatchObject({ code: 'rule_refused', details: { rule: 'open_bookings_cap', maximum: 500 } });
  const [open = ''] = Object.keys((await accountOf(here.deps, 'max')).bookings);
  await here.use('max', open.replace(/^max-(.*):1$/, '$1'));
  expect(await here.reserve('max', 'b-late')).toMatchObject({ availableAfter: 1 });
});

test('a change that happens to be nothing new is still written at its version', async () => {
  await here.grant('ned', 1);
  const before = await versionOf('ned');
  await changeAccount(here.deps, from('credits'), {
    clientId: 'ned',
    movementIds: [],
    decide: (account, _known, context) => changed(change(begin(account, context), { subscriptions: [] }), undefined),
  });
  expect(await versionOf('ned')).toBe(before + 1);
});

test('the books of all of it agree with the movements', async () => {
  expect(await replicas.differences()).toEqual([]);
});
