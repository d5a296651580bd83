import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@consult/contracts/envelope';
import {
  DisputeClosed,
  PaymentDisputed,
  PaymentRefunded,
  PaymentSucceeded,
  RefundFailed,
} from '@consult/contracts/events/billing';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { accountOf, countersOf, kindsOf, movementsOf } from '../support/books.ts';
import { disputeOf, paymentOf, refundOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let billing: GrpcClient<'credits'>;
let heard: Envelope[];
/** What each client's movements were at the end of its test: nothing that came again later may have changed them. */
const ends = new Map<string, string[]>();
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  billing = stack.from('billing');
  heard = await stack.heard();
});
afterAll(async () => {
  for (const [clientId, kinds] of ends) expect([clientId, await kindsOf(stack, clientId)]).toEqual([clientId, kinds]);
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

/** Tells one after another, each once more after all of them, and waits until the movements are these. */
async function tell(clientId: string, words: (() => Promise<unknown>)[], kinds: string[], steps: string[][] = []) {
  for (const [index, word] of words.entries()) {
    await word();
    const so = steps[index];
    if (so) await eventually(async () => expect(await kindsOf(stack, clientId)).toEqual(so));
  }
  await eventually(async () => expect(await kindsOf(stack, clientId)).toEqual(kinds));
  for (const word of words) await word();
  ends.set(clientId, kinds);
}

const pay = (clientId: string) => () => stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`));
const refund =
  (clientId: string, refundId: string, changes = {}) =>
  () =>
    stack.publish(PaymentRefunded, refundOf(clientId, refundId, changes));
const fail = (clientId: string, refundId: string) => () => {
  const { transactionId, amountMinor, currency } = refundOf(clientId, refundId);
  const data = { transactionId, clientId, refundId, amountMinor, currency, code: 'expired_card', reason: 'card gone' };
  return stack.publish(RefundFailed, data);
};
const dispute = (clientId: string) => () => stack.publish(PaymentDisputed, disputeOf(clientId, 'dp-1'));
const close = (clientId: string, outcome: 'won' | 'lost') => () => {
  const { reason: _reason, ...rest } = disputeOf(clientId, 'dp-1');
  return stack.publish(DisputeClosed, { ...rest, outcome });
};
const early = async (clientId: string, part: 'refunds' | 'disputes') =>
  eventually(async () => expect((await accountOf(stack, clientId)).early[0]?.[part]).toHaveLength(1));
const eventsTo = (clientId: string, name: string) =>
  heard.filter(({ type, subject }) => type === `credits.${name}.v1` && subject === clientId).map(({ data }) => data);

describe('a refund', () => {
  test('takes its share of what is unused, and says so', async () => {
    await tell('ann', [pay('ann'), refund('ann', 're-1')], ['granted', 'revoked'], [['granted']]);
    expect(await countersOf(stack, 'ann')).toMatchObject([{ added: 3, remaining: 1, revoked: 2 }]);
    const [lotId] = Object.keys((await accountOf(stack, 'ann')).lots);
    const revoked = {
      lotId,
      clientId: 'ann',
      packageName: 'Quick Start',
      credits: 2,
      expiryDate: '2025-03-02T09:00:00.000Z',
      transactionId: 'TXN-ann',
      cause: 'refund',
      creditsKept: 0,
      needsReview: false,
      reason: 'requested_by_customer',
    };
    await eventually(() => expect(eventsTo('ann', 'CreditsRevoked')).toEqual([revoked]));
    const granted = {
      lotId,
      clientId: 'ann',
      transactionId: 'TXN-ann',
      packageId: 'PKG-100001-0001',
      packageName: 'Quick Start',
      source: 'purchase',
      credits: 3,
      unlimited: false,
      purchaseDate: '2025-01-01T09:00:00.000Z',
      expiryDate: '2025-03-02T09:00:00.000Z',
      availableCredits: 3,
    };
    expect(eventsTo('ann', 'CreditsGranted')).toEqual([granted]);
  });

  test('told before its payment takes the same, as soon as there is something', async () => {
    await refund('bea', 're-1')();
    await early('bea', 'refunds');
    await tell('bea', [refund('bea', 're-1'), pay('bea')], ['granted', 'revoked']);
    expect(await countersOf(stack, 'bea')).toEqual(await countersOf(stack, 'ann'));
    await eventually(() => expect(eventsTo('bea', 'CreditsRevoked')).toMatchObject([{ credits: 2, cause: 'refund' }]));
    expect((await accountOf(stack, 'bea')).early).toEqual([]);
  });

  test('that fails gives back what it took, once, and says so', async () => {
    const words = [pay('cai'), refund('cai', 're-1'), fail('cai', 're-1')];
    await tell('cai', words, ['granted', 'revoked', 'restored'], [['granted'], ['granted', 'revoked']]);
    expect(await countersOf(stack, 'cai')).toMatchObject([{ remaining: 3, revoked: 0 }]);
    const [lotId] = Object.keys((await accountOf(stack, 'cai')).lots);
    const restored = { lotId, clientId: 'cai', credits: 2, refundId: 're-1', reason: 'card gone' };
    await eventually(() => expect(eventsTo('cai', 'CreditsRestored')).toEqual([restored]));
  });

  test('whose failure overtakes it takes nothing', async () => {
    await pay('dov')();
    await eventually(async () => expect(await kindsOf(stack, 'dov')).toEqual(['granted']));
    await fail('dov', 're-1')();
    await eventually(async () =>
      expect(Object.values((await accountOf(stack, 'dov')).lots)[0]?.refunds).toHaveLength(1),
    );
    await tell('dov', [refund('dov', 're-1'), fail('dov', 're-1')], ['granted']);
    expect(await billing.revoke(client('dov'), ask('dov', 're-1'))).toMatchObject({ credits: 0 });
    expect(await countersOf(stack, 'dov')).toMatchObject([{ remaining: 3, revoked: 0 }]);
  });

  test('that billing asked for before is the same when it is told, and a second one adds up', async () => {
    await pay('eli')();
    await eventually(async () => expect(await kindsOf(stack, 'eli')).toEqual(['granted']));
    const first = await billing.revoke(client('eli'), ask('eli', 're-1'));
    expect(first).toMatchObject({ credits: 2 });
    const second = refund('eli', 're-2', { amountMinor: 5_000, refundedMinor: 19_850 });
    // Two thirds and a little more of the price: all three credits.
    await tell('eli', [refund('eli', 're-1'), second], ['granted', 'revoked', 'revoked']);
    expect(await billing.revoke(client('eli'), ask('eli', 're-1'))).toEqual(first);
    expect(await countersOf(stack, 'eli')).toMatchObject([{ remaining: 0, revoked: 3 }]);
    expect((await movementsOf(stack, 'eli')).map(({ refundId, credits }) => [refundId, credits])).toEqual([
      [undefined, 3],
      ['re-1', 2],
      ['re-2', 1],
    ]);
    await eventually(() => expect(eventsTo('eli', 'CreditsRevoked')).toHaveLength(2));
    const other = { ...ask('eli', 're-1'), amountMinor: 1 };
    await expect(billing.revoke(client('eli'), other)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('in full leaves the credits that are in use, for somebody to look at', async () => {
    await pay('fay')();
    await eventually(async () => expect(await kindsOf(stack, 'fay')).toEqual(['granted']));
    await scheduling.reserve(client('fay'), reserveRequest('fay', 'b-fay'));
    const all = { amountMinor: 29_700, refundedMinor: 29_700, revokes: 'all_unused' };
    await tell('fay', [refund('fay', 're-1', all)], ['granted', 'reserved', 'revoked']);
    expect(await countersOf(stack, 'fay')).toMatchObject([{ remaining: 0, reserved: 1, revoked: 2 }]);
    const revoked = { credits: 2, creditsKept: 1, needsReview: true };
    await eventually(() => expect(eventsTo('fay', 'CreditsRevoked')).toMatchObject([revoked]));
  });

  const ask = (clientId: string, refundId: string) => {
    const { transactionId, amountMinor } = refundOf(clientId, refundId);
    return { clientId, transactionId, refundId, amountMinor, allUnused: false, reason: '' };
  };
});

describe('a dispute', () => {
  const checkAfter = async (clientId: string) => (await countersOf(stack, clientId))[0];

  test('freezes, and thaws when it is won', async () => {
    const words = [pay('gus'), dispute('gus'), close('gus', 'won')];
    await tell('gus', words, ['granted', 'frozen', 'thawed'], [['granted'], ['granted', 'frozen']]);
    expect(await scheduling.reserve(client('gus'), reserveRequest('gus', 'b-gus'))).toMatchObject({
      availableAfter: 2,
    });
    ends.set('gus', ['granted', 'frozen', 'thawed', 'reserved']);
  });

  test('told as won before it is told as open leaves the lot free', async () => {
    await tell(
      'hal',
      [pay('hal'), close('hal', 'won'), dispute('hal')],
      ['granted', 'thawed'],
      [['granted'], ['granted', 'thawed']],
    );
    expect(await scheduling.reserve(client('hal'), reserveRequest('hal', 'b-hal'))).toMatchObject({
      availableAfter: 2,
    });
    ends.set('hal', ['granted', 'thawed', 'reserved']);
  });

  test('that is lost takes what is unused, once', async () => {
    const words = [pay('ike'), dispute('ike'), close('ike', 'lost')];
    await tell('ike', words, ['granted', 'frozen', 'frozen', 'revoked'], [['granted'], ['granted', 'frozen']]);
    expect(await checkAfter('ike')).toMatchObject({ remaining: 0, revoked: 3 });
    await eventually(() => expect(eventsTo('ike', 'CreditsRevoked')).toMatchObject([{ credits: 3, cause: 'dispute' }]));
  });

  test('told before its payment: the lot begins frozen, or without its credits', async () => {
    await dispute('jan')();
    await early('jan', 'disputes');
    await tell('jan', [dispute('jan'), pay('jan')], ['granted', 'frozen']);
    const reserve = scheduling.reserve(client('jan'), reserveRequest('jan', 'b-jan'));
    await expect(reserve).rejects.toMatchObject({ details: { why: ['account_frozen'], balance: 0 } });
    await close('kim', 'lost')();
    await early('kim', 'disputes');
    await tell('kim', [pay('kim'), dispute('kim'), close('kim', 'lost')], ['granted', 'frozen', 'revoked']);
    expect(await checkAfter('kim')).toMatchObject({ remaining: 0, revoked: 3 });
  });
});
