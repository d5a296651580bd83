import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { accountOf, settled } from '../support/books.ts';
import { packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { times } from '../support/races.ts';
import { admin, client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
let billing: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
  billing = stack.from('billing');
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

const balance = (clientId: string, withArchived = false) =>
  gateway.getBalance(client(clientId), { clientId: '', withArchived });
const pay = (clientId: string, name: string, terms: Parameters<typeof packageOf>[0], changes = {}) =>
  stack.publish(
    PaymentSucceeded,
    paymentOf(clientId, `TXN-${clientId}-${name}`, { package: packageOf(terms), ...changes }),
  );
const idsOf = async (clientId: string) =>
  new Map(Object.values((await accountOf(stack, clientId)).lots).map((lot) => [lot.transactionId, lot.lotId]));

describe('what could pay', () => {
  test('is offered in the order in which it is spent; the first one pays, and so on to the last', async () => {
    const subscription = (id: string) => ({
      subscription: {
        subscriptionId: id,
        periodStart: '2025-01-01T09:00:00.000Z',
        periodEnd: '2025-02-01T09:00:00.000Z',
        reason: 'create' as const,
      },
    });
    const bundle = { total: 1, priority: 100 };
    // In an order that is none of theirs.
    await pay('ann', 'late', { ...bundle, expiresAfterDays: 60 });
    await pay('ann', 'soon', { ...bundle, expiresAfterDays: 40 });
    await pay(
      'ann',
      'free',
      { ...bundle, expiresAfterDays: 60 },
      { amount: { gross: 0, platformFee: 0, processingFee: 0, net: 0 } },
    );
    await pay('ann', 'other', { ...bundle, expiresAfterDays: 20, sessionTypes: ['training'] });
    await pay('ann', 'plan', { total: 1, priority: 10 }, subscription('sub-1'));
    await pay('ann', 'all', { total: 1, unlimited: true, priority: 50 }, subscription('sub-2'));
    await eventually(async () => expect((await balance('ann')).availableCredits).toBe(6));
    const ids = await idsOf('ann');
    const order = ['all', 'plan', 'soon', 'free', 'late'].map((name) => ids.get(`TXN-ann-${name}`) ?? name);
    const wish = {
      clientId: '',
      sessionType: 'advisory',
      durationMinutes: 60,
      scheduledStart: '2025-01-11T09:00:00.000Z',
    };
    const quote = await gateway.checkAvailability(client('ann'), wish);
    expect(quote).toMatchObject({ payable: true, method: 'unlimited', lotId: order[0], availableAfter: 5, balance: 6 });
    expect(quote.offers?.map(({ lotId, credits, remainingAfter }) => [lotId, credits, remainingAfter])).toEqual(
      order.map((lotId) => [lotId, 1, 0]),
    );
    const { activeCredits } = await balance('ann');
    expect(activeCredits.map(({ lotId }) => lotId).filter((lotId) => order.includes(lotId))).toEqual(order);
    const paid: string[] = [];
    for (const index of times(order.length)) {
      const quoted = await gateway.checkAvailability(client('ann'), wish);
      const reserved = await scheduling.reserve(client('ann'), reserveRequest('ann', `b-ann-${index}`));
      expect(reserved).toMatchObject({
        lotId: quoted.lotId,
        method: quoted.method,
        availableAfter: quoted.availableAfter,
      });
      paid.push(reserved.lotId);
    }
    expect(paid).toEqual(order);
    expect(await gateway.checkAvailability(client('ann'), wish)).toMatchObject({
      payable: false,
      why: ['type_not_covered'],
      balance: 1,
      offers: [],
    });
  });
});

describe('a reschedule', () => {
  test('is quoted against what the session has set aside: as the reservation decides, with what would be left', async () => {
    await pay('ivy', 'hours', { total: 3, chargeByDuration: true, duration: { minutes: 60 } });
    await eventually(async () => expect((await balance('ivy')).availableCredits).toBe(3));
    await scheduling.reserve(client('ivy'), { ...reserveRequest('ivy', 'b-ivy'), durationMinutes: 120 });
    const wish = { clientId: 'ivy', sessionType: 'advisory', scheduledStart: '2025-01-12T09:00:00.000Z' };
    const ask = (durationMinutes: number) =>
      scheduling.checkAvailability(client('ivy'), {
        ...wish,
        durationMinutes,
        bookingId: 'b-ivy',
        predecessorRevision: 1,
      });
    // Of the two that it has one is not needed any more; with them it could have all three.
    expect(await ask(60)).toMatchObject({ payable: true, credits: 1, availableAfter: 2, balance: 1 });
    expect(await ask(180)).toMatchObject({ payable: true, credits: 3, availableAfter: 0 });
    expect(await ask(240)).toMatchObject({ payable: false, why: ['not_enough_in_one_lot'] });
    const another = await scheduling.checkAvailability(client('ivy'), { ...wish, durationMinutes: 180 });
    expect(another).toMatchObject({ payable: false });
  });
});

describe('what billing asks', () => {
  test('is where all credits of a payment are, and what was paid for them', async () => {
    await pay('bob', 'one', { total: 4 });
    await eventually(async () => expect((await balance('bob')).availableCredits).toBe(4));
    await scheduling.reserve(client('bob'), reserveRequest('bob', 'b-bob'));
    const lot = { clientId: 'bob', transactionId: 'TXN-bob-one' };
    expect(await billing.getLot(client('bob'), lot)).toEqual({
      lotId: (await idsOf('bob')).get('TXN-bob-one'),
      packageId: 'PKG-100001-0001',
      added: 4,
      remaining: 3,
      reserved: 1,
      held: 0,
      used: 0,
      expired: 0,
      revoked: 0,
      rolledRemaining: 0,
      rolledRevoked: 0,
      paidMinor: 29_700,
      currency: 'USD',
      unlimited: false,
      frozen: false,
      effectiveAt: '2025-01-01T09:00:00.000Z',
      expiryDate: '2025-03-02T09:00:00.000Z',
      refundIds: [],
    });
    const refund = { ...lot, refundId: 're-1', amountMinor: 7_425, allUnused: false, reason: '' };
    expect(await billing.revoke(client('bob'), refund)).toMatchObject({ credits: 1 });
    expect(await billing.getLot(client('bob'), lot)).toMatchObject({ remaining: 2, revoked: 1, refundIds: ['re-1'] });
    await expect(gateway.getLot(admin(), lot)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an account with more spent lots than it keeps', () => {
  const LOTS = 25;
  const refund = (number: number) => ({
    clientId: 'cid',
    transactionId: `TXN-cid-${number}`,
    refundId: `re-${number}`,
    amountMinor: 29_700,
    allUnused: true,
    reason: '',
  });

  test('shows those in the archive where they are asked for, and acts on them as on the others', async () => {
    for (const number of times(LOTS)) await pay('cid', String(number), { total: 1 });
    await eventually(async () => expect((await balance('cid')).credits).toHaveLength(LOTS));
    await Promise.all(times(LOTS).map((number) => billing.revoke(client('cid'), refund(number))));
    await eventually(async () => expect(Object.keys((await accountOf(stack, 'cid')).lots)).toHaveLength(20));
    expect((await balance('cid')).credits).toHaveLength(20);
    const { credits, availableCredits } = await balance('cid', true);
    expect(new Set(credits.map(({ billingId }) => billingId))).toEqual(new Set(times(LOTS).map((n) => `TXN-cid-${n}`)));
    for (const lot of credits) expect(lot).toMatchObject({ creditsAdded: 1, creditsRemaining: 0, status: 'revoked' });
    expect(availableCredits).toBe(0);
    const kept = await idsOf('cid');
    const away = times(LOTS).filter((number) => !kept.has(`TXN-cid-${number}`));
    expect(away).toHaveLength(5);
    const [gone = 0] = away;
    const lot = await billing.getLot(client('cid'), { clientId: 'cid', transactionId: `TXN-cid-${gone}` });
    expect(lot).toMatchObject({ added: 1, revoked: 1, remaining: 0 });
    expect(await billing.revoke(client('cid'), refund(gone))).toEqual({ lotId: lot.lotId, credits: 1 });
    const command = { commandId: 'c-1', clientId: 'cid', lotId: lot.lotId, credits: 2, reason: 'goodwill' };
    expect(await gateway.adjust(admin(), command)).toMatchObject({ creditsAdded: 3, creditsRemaining: 2 });
    expect(await balance('cid')).toMatchObject({ availableCredits: 2 });
    expect((await balance('cid', true)).credits).toHaveLength(LOTS);
  });
});

describe('the ledger', () => {
  test('of one booking has its movements alone, before and after they are flushed; of a lot, how it came to be', async () => {
    await pay('eve', 'only', { total: 3 });
    await eventually(async () => expect((await balance('eve')).availableCredits).toBe(3));
    for (const bookingId of ['b-eve-1', 'b-eve-2'])
      await scheduling.reserve(client('eve'), reserveRequest('eve', bookingId));
    const release = { bookingId: 'b-eve-1', revision: 1, clientId: 'eve', reason: 'client_cancelled', stood: true };
    await scheduling.release(client('eve'), release);
    const ids = async (filter: object) => {
      const { movements } = await gateway.listLedger(client('eve'), { clientId: '', ...filter });
      return movements.map(({ movementId }) => movementId);
    };
    const lotId = (await idsOf('eve')).get('TXN-eve-only') ?? '';
    const looks = async () => {
      expect(await ids({ bookingId: 'b-eve-1' })).toEqual(['b-eve-1:1:release', 'b-eve-1:1:reserve']);
      expect(await ids({ bookingId: 'b-eve-1', kind: 'reserved' })).toEqual(['b-eve-1:1:reserve']);
      expect(await ids({ lotId, kind: 'granted' })).toEqual([`${lotId}:grant`]);
      expect(await ids({ bookingId: 'b-of-nobody' })).toEqual([]);
    };
    await looks();
    await settled(stack);
    await looks();
    const { movements } = await gateway.listLedger(client('dora'), { clientId: '', bookingId: 'b-eve-1' });
    expect(movements).toEqual([]);
  });

  test('of one lot comes page by page, in the same order before and after its movements are flushed', async () => {
    await pay('dot', 'first', { total: 12, priority: 1 });
    await pay('dot', 'second', { total: 1 });
    await eventually(async () => expect((await balance('dot')).availableCredits).toBe(13));
    for (const index of times(13)) await scheduling.reserve(client('dot'), reserveRequest('dot', `b-${index}`));
    const ids = await idsOf('dot');
    const pages = async (lotId: string | undefined) => {
      const seen: string[] = [];
      const sizes: number[] = [];
      for (let cursor = ''; ; ) {
        const lot = lotId === undefined ? {} : { lotId };
        const answer = await gateway.listLedger(client('dot'), { clientId: '', ...lot, page: { limit: 5, cursor } });
        seen.push(...answer.movements.map(({ movementId }) => movementId));
        sizes.push(answer.movements.length);
        if (!answer.page?.hasMore) return { seen, sizes };
        cursor = answer.page.nextCursor ?? '';
      }
    };
    const first = ids.get('TXN-dot-first');
    const reserves = times(12).map((index) => `b-${index}:1:reserve`);
    const expected = { seen: [...reserves.reverse(), `${first}:grant`], sizes: [5, 5, 3] };
    expect(await pages(first)).toEqual(expected);
    await settled(stack);
    expect(await pages(first)).toEqual(expected);
    const second = ids.get('TXN-dot-second');
    expect(await pages(second)).toEqual({ seen: ['b-12:1:reserve', `${second}:grant`], sizes: [2] });
    expect((await pages(undefined)).sizes).toEqual([5, 5, 5]);
    expect(await pages('nothing')).toEqual({ seen: [], sizes: [0] });
  });
});
