import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountOf, movementsOf } from '../support/books.ts';
import { bookingOf, type Replica, type Replicas, startReplicas } from '../support/replicas.ts';
import { TENANT } from '../support/service.ts';

let replicas: Replicas;
let here: Replica;
let there: Replica;
beforeAll(async () => {
  replicas = await startReplicas();
  [here, there] = [await replicas.add(), await replicas.add()];
});
afterAll(() => replicas.stop());

const clients = Array.from({ length: 40 }, (_, index) => `client-${index}`);

/** A change of one account at the version it has, or at another one. */
async function saveOf(clientId: string, changes: { version?: number; update?: Record<string, unknown> } = {}) {
  const { _id, version } = await accountOf(here.deps, clientId);
  const update = changes.update ?? { $inc: { version: 1 } };
  return { tenantId: TENANT, filter: { _id, version: changes.version ?? version }, update };
}

describe('many accounts written at once', () => {
  beforeAll(async () => {
    await Promise.all(clients.map((clientId) => here.grant(clientId, 5)));
  });

  test('every command holds once, also of the batch in which one save came too late', async () => {
    await there.reserve('client-7', 'b-elsewhere');
    const before = await Promise.all(clients.map((clientId) => accountOf(here.deps, clientId)));
    const answers = await Promise.all(clients.map((clientId) => here.reserve(clientId, 'b-1')));
    for (const [index, { availableAfter }] of answers.entries()) expect(availableAfter).toBe(index === 7 ? 3 : 4);
    for (const account of before) {
      const { version, clientId } = await accountOf(here.deps, account.clientId);
      expect({ clientId, version }).toEqual({ clientId, version: account.version + 1 });
      const reserved = (await movementsOf(here.deps, clientId)).filter(
        ({ bookingId }) => bookingId === bookingOf(clientId, 'b-1'),
      );
      expect(reserved).toHaveLength(1);
    }
    expect(await replicas.differences()).toEqual([]);
  });

  test('a batch says of all its saves that they are written only when each of them is', async () => {
    const { commits } = here.deps;
    const three = await Promise.all(clients.slice(0, 3).map((clientId) => saveOf(clientId)));
    expect(await Promise.all(three.map((save) => commits.commit(save)))).toEqual([true, true, true]);
    // Both batches are free, so sixteen are shared out among them: the late one's neighbours are lost with it, the others are not.
    const late = await saveOf('client-1', { version: 1_000 });
    const some = await Promise.all(clients.slice(0, 16).map((clientId) => saveOf(clientId)));
    some[1] = late;
    const outcomes = await Promise.all(some.map((save) => commits.commit(save)));
    expect(outcomes).toEqual(some.map((_, index) => index >= 8));
    expect(await commits.commit(await saveOf('client-0'))).toBe(true);
    expect(await commits.commit(late)).toBe(false);
  });

  test('a save that the database refuses fails alone', async () => {
    const refused = await saveOf('client-11', { update: { $push: { version: 1 } } });
    const some = [await saveOf('client-10'), refused, await saveOf('client-12')];
    const outcomes = await Promise.allSettled(some.map((save) => here.deps.commits.commit(save)));
    expect(outcomes).toMatchObject([{ value: true }, { status: 'rejected' }, { value: true }]);
  });

  test('no more than so many wait: the others are told to come back', async () => {
    const save = await saveOf('client-20', { version: 1_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 2_001 }, () => here.deps.commits.commit(save)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2_000);
    expect(outcomes.at(-1)).toMatchObject({
      reason: { code: 'dependency_unavailable', details: { dependency: 'database' } },
    });
  });
});
