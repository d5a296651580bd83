import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { holdCredits } from '../../src/operations/settle-booking.ts';
import { accountOf } from '../support/books.ts';
import { bookingOf, from, type Replica, type Replicas, startReplicas } from '../support/replicas.ts';

let replicas: Replicas;
let replica: Replica;
beforeAll(async () => {
  replicas = await startReplicas();
  replica = await replicas.add();
});
afterAll(() => replicas.stop());

const published = () => replica.deps.relay.published();
/** With the published event of its reservation still on the account. */
async function reserved(clientId: string) {
  await replica.grant(clientId, 2);
  await eventually(async () => expect((await accountOf(replica.deps, clientId)).outbox).toEqual([]), {
    withinMs: 5_000,
  });
  const before = published();
  await replica.reserve(clientId, 'b');
  await eventually(() => expect(published()).toBe(before + 1), { withinMs: 5_000 });
}
const hold = (clientId: string) => {
  const booking = { bookingId: bookingOf(clientId, 'b'), revision: 1, cause: 'booking', reason: '' };
  return holdCredits(replica.deps, from('scheduling'), { clientId, ...booking });
};

test('a published event leaves its account with the next save', async () => {
  let tries = 0;
  // On a machine that stands still for a quarter of a second the relay is faster: then once more.
  await eventually(
    async () => {
      const clientId = `ann-${(tries += 1)}`;
      await reserved(clientId);
      await hold(clientId);
      expect(await accountOf(replica.deps, clientId)).toMatchObject({ outbox: [], pending: { length: 3 } });
    },
    { withinMs: 20_000 },
  );
});

test('it leaves by itself when that save adds an event of its own, which is published too', async () => {
  await reserved('bob');
  const before = published();
  await replica.reserve('bob', 'c');
  await eventually(() => expect(published()).toBe(before + 1), { withinMs: 5_000 });
  await eventually(async () => expect((await accountOf(replica.deps, 'bob')).outbox).toEqual([]), { withinMs: 5_000 });
});

test('it leaves after all when that save was lost to another process', async () => {
  await reserved('cid');
  const other = await replicas.add();
  // This process remembers the account as it was before.
  await other.grant('cid', 1, 'TXN-cid-2');
  await hold('cid');
  expect((await accountOf(replica.deps, 'cid')).bookings[`${bookingOf('cid', 'b')}:1`]).toMatchObject({
    state: 'held',
  });
  await eventually(async () => expect((await accountOf(replica.deps, 'cid')).outbox).toEqual([]), { withinMs: 5_000 });
});
