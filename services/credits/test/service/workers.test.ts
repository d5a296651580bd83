import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { FreeTrialUsed } from '@consult/contracts/events/credits';
import { newEvent } from '@consult/messaging/event';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { derivedId } from '@consult/runtime/ids';
import { eventually } from '@consult/testing/eventually';
import { emptyAccount } from '../../src/domain/account.ts';
import { recentIdsOf } from '../../src/store/recent-ids.ts';
import { at, START } from '../support/bench.ts';
import { consultationOf, packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack, TENANT } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
});
afterAll(() => stack.stop());

const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });

async function buy(clientId: string, credits: number): Promise<void> {
  const bought = packageOf({ total: credits });
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, { package: bought }));
  await eventually(async () => expect((await balance(clientId)).availableCredits).toBe(credits));
}

describe('a reservation past its deadline', () => {
  const overdue = (clientId: string, bookingId: string) =>
    scheduling.reserve(client(clientId), { ...reserveRequest(clientId, bookingId), deadlineSeconds: 1 });

  test('is settled as scheduling says, and stays reserved while it does not answer', async () => {
    const { bookings, fences } = stack.fakes;
    await buy('sarah', 10);
    for (const state of ['standing', 'completed', 'released', 'used'] as const) bookings.set(`f-${state}`, state);
    for (const id of ['f-standing', 'f-completed', 'f-released', 'f-used', 'f-absent']) await overdue('sarah', id);
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'sarah' }).lean();
      expect(Object.values(account?.lots ?? {})).toMatchObject([{ remaining: 7, reserved: 0, held: 1, used: 2 }]);
      expect(account).not.toHaveProperty('fenceAt');
    });
    expect((await balance('sarah')).lifetime).toMatchObject({ totalConsultations: 1, creditsUsed: 2 });

    bookings.set('f-late', 'away');
    await overdue('sarah', 'f-late');
    await eventually(() => expect(fences.filter((id) => id === 'f-late').length).toBeGreaterThan(1));
    expect((await balance('sarah')).availableCredits).toBe(6);
    bookings.set('f-late', 'standing');
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'sarah' }).lean();
      expect(Object.values(account?.lots ?? {})).toMatchObject([{ remaining: 6, reserved: 0, held: 2 }]);
    });
    // Fenced away for good: what comes late is refused.
    await expect(overdue('sarah', 'f-absent')).rejects.toMatchObject({ code: 'invalid_transition' });
    expect(await differencesOf(stack)).toEqual([]);
  });

  test('that cannot be settled holds up neither its client’s others nor other clients, however many there are', async () => {
    const { bookings } = stack.fakes;
    await buy('dora', 3);
    // As many as one tick takes, all of them longer overdue than the others.
    const stuck = Array.from({ length: 60 }, (_, index) => stuckAccount(`stuck-${index}`));
    for (const { bookingId } of stuck) bookings.set(bookingId, 'broken');
    bookings.set('d-broken', 'broken');
    await stack.accounts.insertMany(stuck.map(({ account }) => account));
    await overdue('dora', 'd-broken');
    await overdue('dora', 'd-absent');
    await eventually(
      async () => {
        const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'dora' }).lean();
        expect(Object.values(account?.lots ?? {})).toMatchObject([{ remaining: 2, reserved: 1 }]);
      },
      { withinMs: PATIENCE_MS },
    );
    bookings.clear();
    await eventually(async () => expect(await stack.accounts.countDocuments(waiting)).toBe(0), {
      withinMs: PATIENCE_MS,
    });
    expect(await differencesOf(stack)).toEqual([]);
  });
});

const waiting = { tenantId: TENANT, fenceAt: { $exists: true } };

/** Two rounds of the fence's worker, also on a busy machine. */
const PATIENCE_MS = 30_000;

/** An account whose trial is reserved for a session, its deadline long past. */
function stuckAccount(clientId: string) {
  const past = at('2025-01-01T00:00:00Z');
  const chain = { bookingId: clientId, revision: 1, payment: { method: 'free_trial' }, fingerprint: '' };
  const account = {
    ...emptyAccount({ _id: derivedId('account', TENANT, clientId), tenantId: TENANT, clientId }),
    version: 1,
    lots: {},
    bookings: { [`${clientId}:1`]: { ...chain, state: 'reserved', deadline: past, availableAfter: 0 } },
    freeTrial: { state: 'used', expiresAt: past, usedAt: past, bookingId: clientId },
    fenceAt: past,
    pending: [],
    recentIds: [],
    idsCompleteSince: new Date(0),
    flushes: 0,
    outbox: [],
  };
  return { bookingId: clientId, account };
}

describe('the ledger', () => {
  test('takes every movement in, page by page, newest first, and leaves nothing on the account', async () => {
    await buy('liam', 20);
    const bookings = Array.from({ length: 12 }, (_, index) => `l-${index}`);
    for (const bookingId of bookings) await scheduling.reserve(client('liam'), reserveRequest('liam', bookingId));
    for (const bookingId of bookings)
      await scheduling.release(client('liam'), { bookingId, revision: 1, clientId: 'liam', reason: 'test' });
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'liam' }).lean();
      expect(account).toMatchObject({ pending: [], outbox: [] });
    });
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const answer = await gateway.listLedger(client('liam'), { clientId: '', page: { limit: 7, cursor } });
      seen.push(...answer.movements.map(({ movementId }) => movementId));
      if (!answer.page?.hasMore) break;
      cursor = answer.page.nextCursor ?? '';
    }
    const moved = [...bookings.map((id) => `${id}:1:reserve`), ...bookings.map((id) => `${id}:1:release`)];
    expect(seen.slice(0, 24)).toEqual(moved.reverse());
    expect(seen[24]).toMatch(/:grant$/);
    expect(seen).toHaveLength(25);
  });

  test('remembers what the account has long forgotten: a reservation of 300 movements ago has its first answer', async () => {
    await buy('old', 3);
    const first = await scheduling.reserve(client('old'), reserveRequest('old', 'first'));
    await scheduling.release(client('old'), { bookingId: 'first', revision: 1, clientId: 'old', reason: 'test' });
    for (let round = 0; round < 150; round += 1) {
      const bookingId = `o-${round}`;
      await scheduling.reserve(client('old'), reserveRequest('old', bookingId));
      await scheduling.release(client('old'), { bookingId, revision: 1, clientId: 'old', reason: 'test' });
    }
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'old' }).lean();
      expect(account?.pending).toEqual([]);
      expect(account?.recentIds).toHaveLength(256);
      expect(recentIdsOf(account?.recentIds ?? [])('first:1:release')).toBe(false);
      expect(recentIdsOf(account?.recentIds ?? [])('o-149:1:release')).toBe(true);
    });
    const again = scheduling.reserve(client('old'), reserveRequest('old', 'first'));
    await expect(again).rejects.toMatchObject({ code: 'invalid_transition', details: { from: 'released' } });
    const release = { bookingId: 'first', revision: 1, clientId: 'old', reason: 'test' };
    expect(await scheduling.release(client('old'), release)).toEqual({ outcome: 'released', credits: 1 });
    expect(first.availableAfter).toBe(2);
    expect((await balance('old')).availableCredits).toBe(3);
    expect(await differencesOf(stack)).toEqual([]);
  });
});

describe('while the broker is away', () => {
  test('an account that holds too many unpublished events takes no more, but still answers', async () => {
    await buy('pia', 3);
    const first = await scheduling.reserve(client('pia'), reserveRequest('pia', 'before'));
    const waiting = Array.from({ length: 1_000 }, () => unpublished());
    await stack.accounts.updateOne({ tenantId: TENANT, clientId: 'pia' }, { $set: { outbox: waiting } });
    const more = scheduling.reserve(client('pia'), reserveRequest('pia', 'more'));
    await expect(more).rejects.toMatchObject({ code: 'dependency_unavailable', details: { dependency: 'broker' } });
    expect(await scheduling.reserve(client('pia'), reserveRequest('pia', 'before'))).toEqual(first);
    expect((await balance('pia')).availableCredits).toBe(2);
    await stack.accounts.updateOne({ tenantId: TENANT, clientId: 'pia' }, { $set: { outbox: [] } });
    expect(await scheduling.reserve(client('pia'), reserveRequest('pia', 'more'))).toMatchObject({ availableAfter: 1 });
  });

  /** Nobody listens to it, and it is too young for the relay's sweep. */
  const unpublished = () =>
    newEvent(FreeTrialUsed, {
      tenantId: TENANT,
      subject: 'pia',
      version: 1,
      time: at(START),
      data: { clientId: 'pia', bookingId: 'none', usedAt: START },
    });
});

describe('when time passes', () => {
  // Last in this file: business time does not go back.
  test('credits expire to the millisecond, whether or not the sweep has been there, and are warned of before', async () => {
    await buy('mona', 3);
    await scheduling.reserve(client('mona'), reserveRequest('mona', 'kept'));
    stack.fakes.bookings.set('kept', 'standing');
    stack.clock.set('2025-02-23T09:00:00.000Z');
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'mona' }).lean();
      expect(account).toMatchObject({ dueAt: at('2025-03-01T09:00:00.000Z') });
      expect(Object.values(account?.lots ?? {})).toMatchObject([{ warnedDays: 7 }]);
    });
    stack.clock.set('2025-03-02T08:59:59.999Z');
    expect((await balance('mona')).availableCredits).toBe(2);
    stack.clock.set('2025-03-02T09:00:00.000Z');
    expect(await balance('mona')).toMatchObject({ availableCredits: 0, activeCredits: [] });
    await eventually(async () => {
      const account = await stack.accounts.findOne({ tenantId: TENANT, clientId: 'mona' }).lean();
      expect(Object.values(account?.lots ?? {})).toMatchObject([{ remaining: 0, expired: 2 }]);
    });
    await expect(scheduling.reserve(client('mona'), reserveRequest('mona', 'late'))).rejects.toMatchObject({
      code: 'credits_required',
      details: { why: ['no_credits'], balance: 0 },
    });
    const { bookingId, revision, clientId } = consultationOf('mona', 'kept');
    await scheduling.release(client('mona'), { bookingId, revision, clientId, reason: 'consultant_cancelled' });
    expect((await balance('mona')).availableCredits).toBe(1);
    expect(await differencesOf(stack)).toEqual([]);
  });
});
