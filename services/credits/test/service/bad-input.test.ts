import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { ConsultationScheduled } from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { accountOf, countersOf, kindsOf, settled, wholeBooks } from '../support/books.ts';
import { consultationOf, paymentOf, reserveRequest } from '../support/events.ts';
import { admin, client, differencesOf, type Stack, startStack, TENANT } from '../support/service.ts';

const FOREIGN = '100002';
const MEGABYTE = 1_048_576;
const INT32_ABOVE = 2 ** 31;

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
let billing: GrpcClient<'credits'>;
let lotId = '';
let foreignLot = '';
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
  billing = stack.from('billing');
  stack.fakes.users.set('sarah', '2025-01-01T09:00:00.000Z');
  await stack.publish(PaymentSucceeded, paymentOf('sarah', 'TXN-sarah'));
  await stack.publish(PaymentSucceeded, paymentOf('sarah', 'TXN-sarah'), { tenantId: FOREIGN });
  await eventually(async () => expect(await countersOf(stack, 'sarah')).toHaveLength(1));
  await scheduling.reserve(client('sarah'), reserveRequest('sarah', 'standing'));
  await stack.publish(ConsultationScheduled, consultationOf('sarah', 'standing'));
  await eventually(async () => expect(await countersOf(stack, 'sarah')).toMatchObject([{ remaining: 2, held: 1 }]));
  [lotId = ''] = Object.keys((await accountOf(stack, 'sarah')).lots);
  foreignLot = await eventually(async () => {
    const found = await stack.accounts.findOne({ tenantId: FOREIGN }).lean();
    const [id] = Object.keys(found?.lots ?? {});
    if (id === undefined) throw new Error('not yet');
    return id;
  });
  await gateway.adjust(admin(), { ...byHand('taken'), lotId, credits: 1 });
  // Whoever asks is registered on the way: also that is done by now.
  await gateway.getBalance(client('sarah'), { clientId: '' });
  await settled(stack);
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

const byHand = (commandId: string) => ({ commandId, clientId: 'sarah', reason: 'test' });
const give = (changes: object, caller = admin()) =>
  gateway.grantByHand(caller, { ...byHand('give'), credits: 1, ...changes });
const adjust = (changes: object, caller = admin()) =>
  gateway.adjust(caller, { ...byHand('adjust'), lotId, credits: 1, ...changes });
const extend = (expiresAt: string, changes: object = {}) =>
  gateway.extendLot(admin(), { ...byHand('extend'), lotId, expiresAt, ...changes });
const empty = (changes: object, caller = admin()) => gateway.voidLot(caller, { ...byHand('void'), lotId, ...changes });
const refund = {
  clientId: 'sarah',
  transactionId: 'TXN-sarah',
  refundId: 're-1',
  amountMinor: 100,
  allUnused: false,
  reason: '',
};
const release = { bookingId: 'standing', revision: 1, clientId: 'sarah', reason: 'test', stood: true };
const reserve = (changes: object) =>
  scheduling.reserve(client('sarah'), { ...reserveRequest('sarah', 'bad'), ...changes });
const staff = (role: 'finance' | 'consultant' | 'client') =>
  testCaller({ tenantId: TENANT, userId: 'someone', roles: [role] });

type Attempt = [what: string, code: string, call: () => Promise<unknown>];

async function refused([, code, call]: Attempt): Promise<void> {
  const before = await wholeBooks(stack);
  await expect(call()).rejects.toMatchObject({ name: 'AppError', code });
  expect(await wholeBooks(stack)).toEqual(before);
}

describe('refused, and nothing is written: a number of credits', () => {
  const attempts: Attempt[] = [
    ['given: none', 'invalid_request', () => give({ credits: 0 })],
    ['given: less than none', 'invalid_request', () => give({ credits: -3 })],
    ['given: a fraction below one, which arrives as none', 'invalid_request', () => give({ credits: 0.9 })],
    ['given: above 32 bits, which arrives below zero', 'invalid_request', () => give({ credits: INT32_ABOVE })],
    ['given: more than anybody gives', 'invalid_request', () => give({ credits: 1_000_001 })],
    ['given: no number', 'invalid_request', () => give({ credits: Number.NaN })],
    ['adjusted by none', 'invalid_request', () => adjust({ credits: 0 })],
    ['adjusted by a fraction', 'invalid_request', () => adjust({ credits: -0.5 })],
    ['adjusted by more than 32 bits', 'invalid_request', () => adjust({ credits: INT32_ABOVE })],
    ['adjusted to less than none', 'rule_refused', () => adjust({ credits: -4 })],
    [
      'refunded: less than no money',
      'invalid_request',
      () => billing.revoke(client('sarah'), { ...refund, amountMinor: -1 }),
    ],
  ];
  test.each(attempts)('%s (%s)', async (...attempt) => refused(attempt));
});

describe('refused, and nothing is written: what there is not, or is not yours', () => {
  const foreign = admin('root', FOREIGN);
  const attempts: Attempt[] = [
    ['adjust an unknown lot', 'not_found', () => adjust({ lotId: 'nothing' })],
    ['adjust a lot of another tenant', 'not_found', () => adjust({ lotId: foreignLot })],
    ['adjust as another tenant', 'not_found', () => adjust({}, foreign)],
    ['adjust a lot of another client', 'not_found', () => adjust({ clientId: 'peter' })],
    ['void an unknown lot', 'not_found', () => empty({ lotId: 'nothing' })],
    ['void as another tenant', 'not_found', () => empty({}, foreign)],
    ['extend an unknown lot', 'not_found', () => extend('2026-01-01T00:00:00Z', { lotId: 'nothing' })],
    ['give to somebody who is no client', 'not_found', () => give({ clientId: 'nobody' })],
    ['give to a client of another tenant', 'not_found', () => give({ clientId: 'nobody' }, foreign)],
    [
      'look at a lot of an unknown payment',
      'not_found',
      () => billing.getLot(client('sarah'), { clientId: 'sarah', transactionId: 'x' }),
    ],
    ['give as staff', 'forbidden', () => give({}, staff('finance'))],
    ['give as a client', 'forbidden', () => give({}, client('sarah'))],
    ['adjust as a consultant', 'forbidden', () => adjust({}, staff('consultant'))],
    ['void as finance', 'forbidden', () => empty({}, staff('finance'))],
    ['revoke as another service', 'forbidden', () => gateway.revoke(client('sarah'), refund)],
    ['revoke as scheduling', 'forbidden', () => scheduling.revoke(admin(), refund)],
    ['reverse as another service', 'forbidden', () => gateway.reverseUse(admin(), release)],
    ['reverse as billing', 'forbidden', () => billing.reverseUse(admin(), release)],
    ['reverse what was not used', 'invalid_transition', () => scheduling.reverseUse(admin(), release)],
    [
      'reverse what never was',
      'invalid_transition',
      () => scheduling.reverseUse(admin(), { ...release, bookingId: 'no' }),
    ],
    [
      'verify as an admin',
      'forbidden',
      () => gateway.verifyAccounts(admin(), { tenantId: TENANT, cursor: '', repair: true }),
    ],
    [
      'verify as a service',
      'forbidden',
      () => billing.verifyAccounts(client('sarah'), { tenantId: '', cursor: '', repair: false }),
    ],
    ['move a session that is not there', 'invalid_transition', () => reserve({ revision: 2, predecessorRevision: 1 })],
    ['reserve a session twice', 'invalid_transition', () => reserve({ bookingId: 'standing', revision: 2 })],
  ];
  test.each(attempts)('%s (%s)', async (...attempt) => refused(attempt));
});

describe('refused, and nothing is written: an id', () => {
  const ids: [string, string][] = [
    ['of a path', 'lots.x.remaining'],
    ['of an operator', '$set'],
    ['of the prototype', '__proto__'],
    ['of a control character', 'a\u0000b'],
  ];
  test.each(ids)('%s for a booking', async (_what, bookingId) => {
    await refused(['', 'invalid_request', () => reserve({ bookingId })]);
    await refused(['', 'invalid_request', () => scheduling.release(client('sarah'), { ...release, bookingId })]);
  });
  test.each(ids)('%s for a lot finds nothing', async (_what, id) => {
    for (const call of [
      () => adjust({ lotId: id }),
      () => empty({ lotId: id }),
      () => extend('2026-01-01T00:00:00Z', { lotId: id }),
    ])
      await refused(['', 'not_found', call]);
  });
  test('of a megabyte, anywhere', async () => {
    const id = 'x'.repeat(MEGABYTE);
    const calls = [
      () => reserve({ bookingId: id }),
      () => give({ commandId: id }),
      () => adjust({ lotId: id }),
      () => billing.revoke(client('sarah'), { ...refund, refundId: id }),
    ];
    // More than a message may have: the transport ends it, and no code of ours comes back.
    for (const call of calls) await refused(['', 'internal', call]);
    const long = 'x'.repeat(101);
    for (const call of [
      () => give({ commandId: long }),
      () => adjust({ lotId: long }),
      () => empty({ clientId: long }),
    ])
      await refused(['', 'invalid_request', call]);
  });
  test('of a command that was another one', async () => {
    const reused: (() => Promise<unknown>)[] = [
      () => adjust({ commandId: 'taken', credits: 2 }),
      () => empty({ commandId: 'taken' }),
      () => extend('2026-01-01T00:00:00Z', { commandId: 'taken' }),
      () => give({ commandId: 'taken' }),
      () => reserve({ bookingId: 'standing', durationMinutes: 30 }),
    ];
    for (const call of reused) await refused(['', 'idempotency_key_reused', call]);
  });
});

describe('refused, and nothing is written: an expiry', () => {
  const instants: [string, string][] = [
    ['that is past', '2024-12-31T00:00:00Z'],
    ['that is not an instant', 'tomorrow'],
    ['without a zone', '2026-01-01T00:00:00'],
    ['in a 13th month', '2026-13-01T00:00:00Z'],
    ['on the 30th of February', '2026-02-30T00:00:00Z'],
    ['at 24 o’clock', '2026-02-01T24:00:00Z'],
    ['of nothing', ''],
  ];
  test.each(instants)('%s', async (what, expiresAt) => {
    const code = what === 'that is past' ? 'rule_refused' : 'invalid_request';
    await refused(['', code, () => extend(expiresAt)]);
    await refused(['', code, () => give({ expiresAt })]);
  });
  test('no later than the one there is', async () => {
    await refused(['', 'rule_refused', () => extend('2025-03-02T09:00:00Z')]);
  });
});

test('a release in another client’s name touches neither the hold nor its account', async () => {
  const before = await accountOf(stack, 'sarah');
  const answer = await scheduling.release(client('peter'), { ...release, clientId: 'peter' });
  expect(answer).toEqual({ outcome: 'nothing', credits: 0 });
  expect(await accountOf(stack, 'sarah')).toEqual(before);
  // Against a late reserve of that id there, and only there.
  const late = { ...reserveRequest('peter', 'standing') };
  await expect(scheduling.reserve(client('peter'), late)).rejects.toMatchObject({ code: 'invalid_transition' });
  expect(await kindsOf(stack, 'peter')).toEqual(['tombstone']);
  // An account that has only heard a name makes nobody a client.
  await expect(give({ clientId: 'peter' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await scheduling.release(client('sarah'), release)).toEqual({ outcome: 'released', credits: 1 });
});
