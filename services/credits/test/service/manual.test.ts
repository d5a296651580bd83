import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@consult/contracts/envelope';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { accountOf, countersOf } from '../support/books.ts';
import { paymentOf, reserveRequest } from '../support/events.ts';
import { admin, client, differencesOf, type Stack, startStack } from '../support/service.ts';

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

const balance = (clientId: string) => gateway.getBalance(client(clientId), { clientId: '' });
const told = (clientId: string, name: string) =>
  heard.filter(({ type, subject }) => type === `credits.${name}.v1` && subject === clientId).map(({ data }) => data);

async function bought(clientId: string): Promise<string> {
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`));
  await eventually(async () => expect((await balance(clientId)).availableCredits).toBe(3));
  const [lotId = ''] = Object.keys((await accountOf(stack, clientId)).lots);
  return lotId;
}

/** Who did what and why, newest first, as staff see it. */
async function lines(clientId: string) {
  const { movements } = await gateway.listLedger(admin(), { clientId });
  return movements.map(({ kind, credits, cause, actor, reason, until }) =>
    [kind, credits, cause, actor, reason, ...(until === undefined ? [] : [until])].join(' | '),
  );
}

describe('an admin', () => {
  test('gives credits to a client, who spends them; the same command again is the same lot', async () => {
    stack.fakes.users.set('ann', '2025-01-01T09:00:00.000Z');
    const command = {
      commandId: 'c-1',
      clientId: 'ann',
      credits: 2,
      reason: 'sorry',
      expiresAt: '2025-02-01T00:00:00Z',
    };
    const lot = await gateway.grantByHand(admin('maria'), command);
    expect(lot).toMatchObject({
      creditsAdded: 2,
      creditsRemaining: 2,
      source: 'manual',
      billingId: '',
      packageName: 'Credits',
      expiryDate: '2025-02-01T00:00:00.000Z',
      status: 'active',
      unitPriceMinor: 0,
    });
    expect(await gateway.grantByHand(admin('maria'), command)).toEqual(lot);
    await expect(gateway.grantByHand(admin('maria'), { ...command, credits: 3 })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    const reserved = await scheduling.reserve(client('ann'), reserveRequest('ann', 'b-ann'));
    expect(reserved).toMatchObject({ lotId: lot.lotId, transactionId: '', credits: 1, availableAfter: 1 });
    expect(await balance('ann')).toMatchObject({ availableCredits: 1, lifetime: { creditsPurchased: 0 } });
    expect(await lines('ann')).toEqual([
      'reserved | 1 | booking | ann | ',
      'granted | 2 | manual_grant | maria | sorry',
    ]);
    await eventually(() => expect(told('ann', 'CreditsGranted')).toHaveLength(1));
    const event = { lotId: lot.lotId, source: 'manual', credits: 2, availableCredits: 2 };
    expect(told('ann', 'CreditsGranted')).toMatchObject([event]);
    expect(told('ann', 'CreditsGranted')[0]).not.toHaveProperty('transactionId');
  });

  test('gives without an end', async () => {
    stack.fakes.users.set('bo', '2025-01-01T09:00:00.000Z');
    const lot = await gateway.grantByHand(admin(), { commandId: 'c-1b', clientId: 'bo', credits: 1, reason: 'gift' });
    expect(lot).toMatchObject({ expiryDate: '9999-12-31T23:59:59.000Z' });
  });

  test('corrects, extends and voids a lot; the ledger says who, and why', async () => {
    const lotId = await bought('cid');
    const of = (commandId: string, reason: string) => ({ commandId, clientId: 'cid', lotId, reason });
    await scheduling.reserve(client('cid'), reserveRequest('cid', 'b-cid'));
    expect(await gateway.adjust(admin('maria'), { ...of('c-2', 'one too few'), credits: 2 })).toMatchObject({
      creditsAdded: 5,
      creditsUsed: 1,
      creditsRemaining: 4,
    });
    expect(await gateway.adjust(admin('otto'), { ...of('c-3', 'one too many'), credits: -1 })).toMatchObject({
      creditsRemaining: 3,
    });
    const expiresAt = '2025-06-01T00:00:00.000Z';
    expect(await gateway.extendLot(admin('maria'), { ...of('c-4', 'was ill'), expiresAt })).toMatchObject({
      expiryDate: expiresAt,
    });
    const emptied = await gateway.voidLot(admin('otto'), of('c-5', 'fraud'));
    expect(emptied).toMatchObject({ creditsAdded: 5, creditsUsed: 1, creditsRemaining: 0 });
    // Each again: the lot as it is now, and no other movement.
    expect(await gateway.extendLot(admin('maria'), { ...of('c-4', 'was ill'), expiresAt })).toEqual(emptied);
    expect(await gateway.voidLot(admin('otto'), of('c-5', 'fraud'))).toEqual(emptied);
    expect(await lines('cid')).toEqual([
      'revoked | 3 | void | otto | fraud',
      `extended | 0 | extension | maria | was ill | ${expiresAt}`,
      'revoked | 1 | adjustment | otto | one too many',
      'granted | 2 | adjustment | maria | one too few',
      'reserved | 1 | booking | cid | ',
      'granted | 3 | purchase | credits | ',
    ]);
    expect(await countersOf(stack, 'cid')).toMatchObject([{ added: 5, remaining: 0, reserved: 1, revoked: 4 }]);
    await eventually(() => expect(told('cid', 'CreditsRevoked')).toHaveLength(2));
    expect(told('cid', 'CreditsRevoked')).toMatchObject([
      { cause: 'adjustment', credits: 1, creditsKept: 1, needsReview: false, reason: 'one too many' },
      { cause: 'void', credits: 3, reason: 'fraud' },
    ]);
    await expect(gateway.voidLot(admin(), of('c-6', 'again'))).rejects.toMatchObject({
      code: 'rule_refused',
      details: { rule: 'nothing_left' },
    });
  });
});

test('when a lot has expired, an extension brings its credits back, and an adjustment is refused before', async () => {
  const lotId = await bought('dot');
  stack.clock.set('2025-03-05T09:00:00.000Z');
  await eventually(async () => expect(await countersOf(stack, 'dot')).toMatchObject([{ expired: 3 }]));
  const of = (commandId: string) => ({ commandId, clientId: 'dot', lotId, reason: 'was ill' });
  await expect(gateway.adjust(admin(), { ...of('c-7'), credits: 1 })).rejects.toMatchObject({
    code: 'rule_refused',
    details: { rule: 'lot_expired' },
  });
  const extended = await gateway.extendLot(admin(), { ...of('c-8'), expiresAt: '2025-03-06T00:00:00Z' });
  expect(extended).toMatchObject({ creditsRemaining: 3, status: 'active' });
  expect(await balance('dot')).toMatchObject({ availableCredits: 3 });
  expect(await lines('dot')).toEqual([
    'reinstated | 3 | extension | root | was ill',
    'extended | 0 | extension | root | was ill | 2025-03-06T00:00:00.000Z',
    'expired | 3 | expiry | credits | ',
    'granted | 3 | purchase | credits | ',
  ]);
});
