import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { ConsultationScheduled } from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { systemCaller } from '@consult/runtime/caller';
import { eventually } from '@consult/testing/eventually';
import { consultationOf, packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack, TENANT } from '../support/service.ts';

const LATER = '2100-01-01T00:00:00.000Z';
const EARLIER = '2000-01-01T00:00:00.000Z';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let billing: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  billing = stack.from('billing');
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

const system = (tenantId = TENANT) => systemCaller(tenantId, 'billing');
const ref = (clientId: string, bookingId: string, revision = 1) => ({ clientId, bookingId, revision });
const stateOf = async (clientId: string, bookingId: string, revision = 1) =>
  (await billing.getBookingStates(system(), { bookings: [ref(clientId, bookingId, revision)] })).bookings?.[0]?.state;
const holdsOf = async (clientId: string, deadlineBefore = LATER) =>
  ((await billing.listOpenHolds(system(), { cursor: '', deadlineBefore })).holds ?? []).filter(
    (hold) => hold.clientId === clientId,
  );

/** A client with credits and one booking that is reserved. */
async function reserved(clientId: string, bookingId: string) {
  const bought = paymentOf(clientId, `TXN-${clientId}`, { package: packageOf() });
  await stack.publish(PaymentSucceeded, bought);
  await eventually(async () => {
    const { availableCredits } = await billing.getBalance(client(clientId), { clientId: '' });
    if (availableCredits === 0) throw new Error('no credits yet');
  });
  await scheduling.reserve(client(clientId), reserveRequest(clientId, bookingId));
}

async function held(clientId: string, bookingId: string) {
  await reserved(clientId, bookingId);
  await stack.publish(ConsultationScheduled, consultationOf(clientId, bookingId));
  await eventually(async () => expect(await stateOf(clientId, bookingId)).toBe('held'));
}

describe('what has become of the credits of a booking', () => {
  test('is told on its whole way, also when the account has forgotten it', async () => {
    await held('way', 'b-way');
    expect(await stateOf('way', 'b-never')).toBe('nothing');
    const release = { ...ref('way', 'b-way'), reason: 'cancelled', forfeit: true, stood: true };
    await scheduling.release(client('way'), release);
    expect(await stateOf('way', 'b-way')).toBe('used');
    await eventually(async () =>
      expect(await stack.ledger.countDocuments({ tenantId: TENANT, movementId: 'b-way:1:use' })).toBe(1),
    );
    expect(await stateOf('way', 'b-way')).toBe('used');
    await scheduling.reverseUse(client('way'), { ...ref('way', 'b-way'), reason: 'settled' });
    expect(await stateOf('way', 'b-way')).toBe('reversed');
  });

  test('is a list of what is open: held, and reserved past its deadline', async () => {
    await reserved('open', 'b-reserved');
    await held('open', 'b-held');
    expect((await holdsOf('open', EARLIER)).map(({ bookingId }) => bookingId)).toEqual(['b-held']);
    const all = await holdsOf('open');
    expect(new Set(all.map(({ bookingId, state, credits }) => `${bookingId} ${state} ${credits}`))).toEqual(
      new Set(['b-held held 1', 'b-reserved reserved 1']),
    );
  });

  test('of a booking that is being moved only the later revision counts', async () => {
    await held('mover', 'b-moves');
    const later = { ...reserveRequest('mover', 'b-moves'), revision: 2, predecessorRevision: 1 };
    await scheduling.reserve(client('mover'), later);
    expect((await holdsOf('mover')).map(({ revision }) => revision)).toEqual([2]);
    expect(await stateOf('mover', 'b-moves')).toBe('held');
    expect(await stateOf('mover', 'b-moves', 2)).toBe('reserved');
  });
});

describe('a hold that the books do not understand', () => {
  test.each([
    ['absent', 'released', 3],
    ['released', 'released', 3],
    ['used', 'used', 2],
    ['completed', 'used', 2],
    ['standing', 'held', 2],
  ] as const)('becomes what scheduling says: %s is %s', async (says, becomes, left) => {
    const clientId = `settle-${says}`;
    await held(clientId, `b-${says}`);
    stack.fakes.bookings.set(`b-${says}`, says);
    for (const _again of [1, 2])
      expect(await billing.settleBooking(system(), ref(clientId, `b-${says}`))).toMatchObject({ state: becomes });
    expect(await billing.getBalance(client(clientId), { clientId: '' })).toMatchObject({ availableCredits: left });
  });

  test('stays as it is while scheduling does not answer', async () => {
    await held('silent', 'b-silent');
    stack.fakes.bookings.set('b-silent', 'away');
    await expect(billing.settleBooking(system(), ref('silent', 'b-silent'))).rejects.toMatchObject({
      code: 'dependency_unavailable',
    });
    expect(await stateOf('silent', 'b-silent')).toBe('held');
  });

  test('of which nothing is set aside asks nobody and changes nothing', async () => {
    expect(await billing.settleBooking(system(), ref('nobody', 'b-nobody'))).toMatchObject({ state: 'nothing' });
    expect(stack.fakes.fences).not.toContain('b-nobody');
  });
});

test('only billing asks, and of one tenant', async () => {
  await held('mine', 'b-mine');
  const refused = { code: 'forbidden' };
  await expect(scheduling.getBookingStates(system(), { bookings: [] })).rejects.toMatchObject(refused);
  await expect(scheduling.listOpenHolds(system(), { deadlineBefore: LATER })).rejects.toMatchObject(refused);
  await expect(scheduling.settleBooking(system(), ref('mine', 'b-mine'))).rejects.toMatchObject(refused);
  expect((await billing.listOpenHolds(system('100002'), { deadlineBefore: LATER })).holds).toEqual([]);
  const { bookings } = await billing.getBookingStates(system('100002'), { bookings: [ref('mine', 'b-mine')] });
  expect(bookings).toMatchObject([{ state: 'nothing' }]);
});
