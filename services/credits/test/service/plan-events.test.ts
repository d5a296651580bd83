import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@consult/contracts/envelope';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { countersOf, kindsOf, movementsOf } from '../support/books.ts';
import { packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

const DAY_MS = 24 * 3_600_000;
const FIRST = new Date('2025-01-01T09:00:00.000Z');

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
let heard: Envelope[];
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
  heard = await stack.heard();
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

const day = (days: number) => new Date(FIRST.getTime() + days * DAY_MS).toISOString();
const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });

/** A period of 30 days of a plan with so many credits, paid for at its start. */
function period(
  clientId: string,
  from: number,
  plan: { reason: 'create' | 'cycle' | 'update'; total: number; rolls?: boolean },
) {
  const { reason, total, rolls = false } = plan;
  const subscription = { subscriptionId: `sub-${clientId}`, periodStart: day(from), periodEnd: day(from + 30), reason };
  const rollover = rolls ? { rollover: { max: 2, periods: 1 } } : {};
  const sold = packageOf({ total, priority: 10, ...rollover });
  const changes = { package: sold, paidAt: day(from), subscription };
  return () => stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}-${from}`, changes));
}

const told = (clientId: string, name: string) =>
  heard.filter(({ type, subject }) => type === `credits.${name}.v1` && subject === clientId).map(({ data }) => data);

describe('a changed plan', () => {
  test('grants the new lot and takes what is left of the old one, however often it is told', async () => {
    const words = [
      period('ann', 0, { reason: 'create', total: 4 }),
      period('ann', 10, { reason: 'update', total: 10 }),
    ];
    await words[0]?.();
    await eventually(async () => expect(await countersOf(stack, 'ann')).toMatchObject([{ remaining: 4 }]));
    await scheduling.reserve(client('ann'), reserveRequest('ann', 'b-ann'));
    stack.clock.set(day(10));
    await words[1]?.();
    await eventually(async () =>
      expect(await kindsOf(stack, 'ann')).toEqual(['granted', 'reserved', 'granted', 'revoked']),
    );
    for (const word of words) await word();
    expect(await countersOf(stack, 'ann')).toMatchObject([
      { added: 4, remaining: 0, reserved: 1, revoked: 3 },
      { added: 10, remaining: 10 },
    ]);
    const revoked = {
      credits: 3,
      cause: 'plan_change',
      creditsKept: 1,
      needsReview: false,
      transactionId: 'TXN-ann-0',
    };
    await eventually(() => expect(told('ann', 'CreditsRevoked')).toMatchObject([revoked]));
    expect((await balance('ann')).lifetime).toMatchObject({ creditsPurchased: 14 });
    expect(await balance('ann')).toMatchObject({ availableCredits: 10 });
  });

  test('told before what it replaces ends the same', async () => {
    const words = [
      period('bob', 10, { reason: 'update', total: 10 }),
      period('bob', 0, { reason: 'create', total: 4 }),
    ];
    await words[0]?.();
    await eventually(async () => expect(await kindsOf(stack, 'bob')).toEqual(['granted']));
    await words[1]?.();
    await eventually(async () => expect(await kindsOf(stack, 'bob')).toEqual(['granted', 'granted', 'revoked']));
    for (const word of words) await word();
    expect(await countersOf(stack, 'bob')).toMatchObject([
      { added: 4, remaining: 0, revoked: 4 },
      { added: 10, remaining: 10 },
    ]);
  });
});

describe('a renewal', () => {
  const counters = [
    { added: 4, remaining: 0, expired: 4 },
    { added: 2, remaining: 2 },
    { added: 4, remaining: 4 },
  ];
  const byAdded = (one: { added: number; remaining: number }, other: { added: number; remaining: number }) =>
    one.added - other.added || one.remaining - other.remaining;

  test('takes unused credits along into the next period, as far as the terms let it, and says so', async () => {
    const words = [
      period('cid', 0, { reason: 'create', total: 4, rolls: true }),
      period('cid', 30, { reason: 'cycle', total: 4, rolls: true }),
    ];
    await words[0]?.();
    await eventually(async () => expect(await countersOf(stack, 'cid')).toMatchObject([{ remaining: 4 }]));
    stack.clock.set(day(30));
    await words[1]?.();
    const kinds = ['granted', 'granted', 'rolled_over', 'granted', 'expired'];
    await eventually(async () => expect(await kindsOf(stack, 'cid')).toEqual(kinds));
    for (const word of words) await word();
    expect((await countersOf(stack, 'cid')).sort(byAdded)).toMatchObject([...counters].sort(byAdded));
    await eventually(() => expect(told('cid', 'CreditsGranted')).toHaveLength(3));
    // Those of one write have one version: their order among themselves says nothing.
    expect(told('cid', 'CreditsGranted')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ credits: 4, source: 'subscription', transactionId: 'TXN-cid-0' }),
        expect.objectContaining({ credits: 4, source: 'subscription', transactionId: 'TXN-cid-30', renewal: true }),
        expect.objectContaining({ credits: 2, source: 'rollover', transactionId: 'TXN-cid-0', expiryDate: day(60) }),
      ]),
    );
    expect((await balance('cid')).lifetime).toMatchObject({ creditsPurchased: 8 });
    expect(await balance('cid')).toMatchObject({ availableCredits: 6 });
    // A refund of the first period is quoted on what it took along, and takes it there.
    const paid = { clientId: 'cid', transactionId: 'TXN-cid-0' };
    const billing = stack.from('billing');
    expect(await billing.getLot(client('cid'), paid)).toMatchObject({ added: 4, remaining: 0, rolledRemaining: 2 });
    const refund = { ...paid, refundId: 're-cid', amountMinor: 100, allUnused: true, reason: '' };
    expect(await billing.revoke(client('cid'), refund)).toMatchObject({ credits: 2 });
    expect(await billing.getLot(client('cid'), paid)).toMatchObject({ rolledRemaining: 0, rolledRevoked: 2 });
  });

  test('told before the period it renews ends the same, each told twice', async () => {
    const words = [
      period('dot', 30, { reason: 'cycle', total: 4, rolls: true }),
      period('dot', 0, { reason: 'create', total: 4, rolls: true }),
    ];
    await words[0]?.();
    await eventually(async () => expect(await kindsOf(stack, 'dot')).toEqual(['granted']));
    await words[1]?.();
    await eventually(async () => expect((await movementsOf(stack, 'dot')).at(-1)).toMatchObject({ kind: 'expired' }));
    for (const word of words) await word();
    expect((await countersOf(stack, 'dot')).sort(byAdded)).toMatchObject([...counters].sort(byAdded));
    expect(await balance('dot')).toMatchObject({ availableCredits: 6 });
  });
});
