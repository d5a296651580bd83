import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { topologyOf } from '@consult/messaging/topology';
import { connect } from 'amqplib';
import mongoose, { type mongo } from 'mongoose';
import { addressOf } from '../src/environment.ts';
import { checkInvariants, expectInvariants } from '../src/invariants.ts';
import { dropNamespace, testNamespace } from '../src/namespace.ts';

const namespace = testNamespace();
const mongoUri = addressOf('MONGODB_URI');
const tenantId = '100001';
const MINUTE = Date.parse('2025-01-20T10:00:00.000Z') / 60_000;
const connection = await mongoose.createConnection(mongoUri).asPromise();
const databaseOf = (service: string): mongo.Db => connection.getClient().db(`${namespace}_${service}`);

afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

const COLLECTIONS = [
  ['credits', 'accounts'],
  ['credits', 'ledger'],
  ['scheduling', 'consultations'],
  ['billing', 'transactions'],
] as const;

const cells = (from: number, to: number) => Array.from({ length: (to - from) / 5 }, (_, index) => from / 5 + index);
const movement = (sequence: number, kind: string, bookingId = '', more: object = {}) => ({
  tenantId,
  accountId: 'account',
  movementId: `${kind}-${sequence}`,
  kind,
  sequence,
  bookingId,
  revision: 1,
  lotId: 'lot',
  credits: kind === 'granted' ? 4 : 1,
  ...more,
});
const history = (...states: string[]) =>
  states.map((to, index) => ({ move: to, from: states[index - 1] ?? '', to, reason: '' }));

const EARNED = { id: 'b2:earning:1', amountMinor: 4_950 };

function consultation(id: string, states: string[], more: object = {}) {
  const current = states.at(-1);
  const start = MINUTE + 120 * Number(id.slice(1));
  const given = current === 'cancelled';
  return {
    _id: id,
    tenantId,
    consultationId: `CONS-${id}`,
    clientId: 'sarah',
    consultantId: 'mike',
    revision: 1,
    version: states.length,
    scheduledStart: new Date(start * 60_000),
    scheduledEnd: new Date((start + 60) * 60_000),
    status: { current, ...(given ? { creditEffect: 'return' } : {}) },
    billing: { method: 'credits', credits: 1, lotId: 'lot', unitPriceMinor: 9_900 },
    terms: { earning: { consultantSharePercent: 50, promotionalEarningMinor: 0 } },
    feedback: {},
    history: history(...states),
    outbox: [],
    ...(given
      ? {}
      : {
          active: true,
          busyFrom: start - 15,
          busyTo: start + 60,
          consultantCells: cells(start - 15, start + 60),
          clientCells: cells(start, start + 60),
        }),
    ...more,
  };
}

/** A slot that is kept, or was: it has people and times, and nothing that a session has. */
function hold(id: string, state: string) {
  const {
    status: _status,
    billing: _billing,
    terms: _terms,
    feedback: _feedback,
    ...rest
  } = consultation(id, [state === 'open' ? 'scheduled' : 'cancelled']);
  const { history: _history, consultationId: _consultationId, ...own } = rest;
  return { ...own, revision: 0, version: 1, hold: { state } };
}

/** One client, one purchase of four: one session stands, one is completed, one is cancelled. */
async function writeSoundStack(): Promise<void> {
  await Promise.all(COLLECTIONS.map(([service, name]) => databaseOf(service).collection(name).deleteMany()));
  const counters = { added: 4, remaining: 2, reserved: 0, held: 1, used: 1, expired: 0, revoked: 0 };
  await databaseOf('credits')
    .collection<{ _id: string }>('accounts')
    .insertOne({
      _id: 'account',
      tenantId,
      clientId: 'sarah',
      version: 9,
      sequence: 8,
      outbox: [],
      lots: [{ lotId: 'lot', transactionId: 'TXN-1', paidMinor: 29_700, ...counters }],
      bookings: {
        'b1:1': {
          bookingId: 'b1',
          revision: 1,
          state: 'held',
          payment: { method: 'credits', lotId: 'lot', credits: 1 },
        },
      },
      pending: [movement(8, 'released', 'b3', { from: 'reserved' })],
    } as { _id: string });
  await databaseOf('credits')
    .collection('ledger')
    .insertMany([
      movement(1, 'granted'),
      movement(2, 'reserved', 'b1'),
      movement(3, 'held', 'b1'),
      movement(4, 'reserved', 'b2'),
      movement(5, 'held', 'b2'),
      movement(6, 'used', 'b2', { from: 'held' }),
      movement(7, 'reserved', 'b3'),
      // Died between ledger and account: the same movement in both places.
      movement(8, 'released', 'b3', { from: 'reserved' }),
    ]);
  await databaseOf('scheduling')
    .collection<{ _id: string }>('consultations')
    .insertMany([
      consultation('b1', ['scheduled']),
      consultation('b2', ['scheduled', 'confirmed', 'in_progress', 'completed'], { earnings: [EARNED] }),
      consultation('b3', ['scheduled', 'cancelled']),
      { _id: 'b4', tenantId, tombstone: true, outbox: [] } as { _id: string },
      hold('b5', 'open'),
      hold('b6', 'lapsed'),
    ]);
  await databaseOf('billing')
    .collection('transactions')
    .insertMany([
      {
        tenantId,
        transactionId: 'TXN-1',
        clientId: 'sarah',
        state: 'succeeded',
        amount: { gross: 29_700 },
        version: 2,
        history: history('pending', 'succeeded'),
      },
      {
        tenantId,
        transactionId: 'TXN-2',
        clientId: 'sarah',
        state: 'pending',
        amount: { gross: 900 },
        version: 1,
        history: history('pending'),
      },
    ]);
}

beforeEach(writeSoundStack);

test('a sound stack has no findings', async () => {
  expect(await checkInvariants({ mongoUri, namespace })).toEqual([]);
  await expectInvariants({ mongoUri, namespace });
});

test('a namespace without databases and queues has none either', async () => {
  expect(await checkInvariants({ mongoUri, namespace: testNamespace() })).toEqual([]);
});

test('what costs nothing begins as paid: only its lot is missed', async () => {
  const claimed = { state: 'succeeded', version: 1, history: history('succeeded'), amount: { gross: 0 } };
  await databaseOf('billing').collection('transactions').updateOne({ transactionId: 'TXN-2' }, { $set: claimed });
  expect((await checkInvariants({ mongoUri, namespace })).map(({ invariant }) => invariant)).toEqual(['I4']);
});

/** What is done to which document, and which invariant must notice. */
const breaches: [string, string, string, object, object][] = [
  ['I1', 'a credit that came from nowhere', 'credits/accounts', {}, { $inc: { 'lots.0.remaining': 1 } }],
  [
    'I1',
    'a credit that was never granted',
    'credits/accounts',
    {},
    { $inc: { 'lots.0.remaining': 1, 'lots.0.added': 1 } },
  ],
  ['I1', 'a negative part', 'credits/accounts', {}, { $inc: { 'lots.0.remaining': -3, 'lots.0.used': 3 } }],
  ['I1', 'a lost movement', 'credits/ledger', { sequence: 3 }, {}],
  ['I1', 'a hold without a chain', 'credits/accounts', {}, { $unset: { 'bookings.b1:1': '' } }],
  ['I1', 'movements of nobody', 'credits/ledger', { sequence: 2 }, { $set: { accountId: 'another' } }],
  [
    'I2',
    'a standing session whose credit is only reserved',
    'credits/accounts',
    {},
    { $set: { 'bookings.b1:1.state': 'reserved' } },
  ],
  [
    'I2',
    'a completed session whose credit came back',
    'credits/ledger',
    { kind: 'used' },
    { $set: { kind: 'released' } },
  ],
  [
    'I2',
    'a cancelled session whose credit was used',
    'scheduling/consultations',
    { _id: 'b3' },
    { $set: { 'status.creditEffect': 'use' } },
  ],
  ['I2', 'a used credit without a session', 'scheduling/consultations', { _id: 'b2' }, {}],
  [
    'I2',
    'a session without a credit',
    'scheduling/consultations',
    { _id: 'b4' },
    { $unset: { tombstone: '' }, $set: consultation('b9', ['scheduled'], { _id: 'b4' }) },
  ],
  [
    'I2',
    'a session paid by another lot than it says',
    'scheduling/consultations',
    { _id: 'b1' },
    { $set: { 'billing.lotId': 'other' } },
  ],
  [
    'I3',
    'a session within the buffer of another',
    'scheduling/consultations',
    { _id: 'b2' },
    { $set: { busyFrom: MINUTE + 170 } },
  ],
  [
    'I3',
    'a session that keeps no time',
    'scheduling/consultations',
    { _id: 'b1' },
    { $unset: { consultantCells: '', active: '' } },
  ],
  [
    'I3',
    'a client in two places',
    'scheduling/consultations',
    { _id: 'b1' },
    {
      $set: {
        consultantId: 'john',
        scheduledEnd: new Date((MINUTE + 250) * 60_000),
        busyTo: MINUTE + 250,
        consultantCells: cells(MINUTE + 105, MINUTE + 250),
        clientCells: cells(MINUTE + 120, MINUTE + 250),
      },
    },
  ],
  [
    'I3',
    'a cancelled session that keeps its time',
    'scheduling/consultations',
    { _id: 'b3' },
    { $set: { active: true } },
  ],
  [
    'I3',
    'a slot hold within another session',
    'scheduling/consultations',
    { _id: 'b5' },
    { $set: { scheduledStart: new Date((MINUTE + 130) * 60_000) } },
  ],
  [
    'I3',
    'a lapsed slot hold that keeps its time',
    'scheduling/consultations',
    { _id: 'b6' },
    { $set: { active: true } },
  ],
  [
    'I7',
    'a session that a reschedule has unmade',
    'scheduling/consultations',
    { _id: 'b3' },
    {
      $push: { history: { move: 'reschedule', from: 'cancelled', to: 'scheduled', reason: '' } },
      $set: { status: { current: 'scheduled' } },
    },
  ],
  [
    'I4',
    'a paid transaction without a lot',
    'billing/transactions',
    { transactionId: 'TXN-2' },
    { $set: { state: 'succeeded', version: 2, history: history('pending', 'succeeded') } },
  ],
  ['I4', 'a lot without a payment', 'billing/transactions', { transactionId: 'TXN-1' }, {}],
  ['I4', 'a lot for other money', 'billing/transactions', { transactionId: 'TXN-1' }, { $set: { 'amount.gross': 1 } }],
  [
    'I5',
    'an unpublished event',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    { $set: { outbox: [{ id: 'e' }] } },
  ],
  [
    'I7',
    'a move that is not allowed',
    'scheduling/consultations',
    { _id: 'b2' },
    { $set: { history: history('scheduled', 'in_progress', 'completed'), version: 3 } },
  ],
  [
    'I7',
    'a state no move led to',
    'scheduling/consultations',
    { _id: 'b1' },
    { $set: { 'status.current': 'confirmed' } },
  ],
  ['I7', 'a move without a version', 'scheduling/consultations', { _id: 'b2' }, { $set: { version: 3 } }],
  [
    'I7',
    'a payment that began as paid',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    { $set: { version: 1, history: history('succeeded') } },
  ],
  [
    'I7',
    'a session that stood still without a reason',
    'scheduling/consultations',
    { _id: 'b1' },
    { $set: { version: 2 }, $push: { history: { move: 'confirm', from: 'scheduled', to: 'scheduled', reason: '' } } },
  ],
  [
    'I8',
    'an earning that nothing says',
    'scheduling/consultations',
    { _id: 'b2' },
    { $set: { earnings: [EARNED, EARNED] } },
  ],
  [
    'I8',
    'an earning that an admin has taken back and that is there',
    'scheduling/consultations',
    { _id: 'b2' },
    { $set: { resolution: { credit: 'use', earningPercent: 0 } } },
  ],
  [
    'I8',
    'a word about a credit that is not carried out',
    'scheduling/consultations',
    { _id: 'b2' },
    { $set: { resolution: { credit: 'return', earningPercent: 100 } } },
  ],
  [
    'I7',
    'a transaction that left its end',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    { $set: { state: 'cancelled', version: 3, history: history('pending', 'succeeded', 'cancelled') } },
  ],
  [
    'I7',
    'a refunded transaction without the money gone back',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    { $set: { state: 'refunded', version: 3, history: history('pending', 'succeeded', 'refunded') } },
  ],
  [
    'I7',
    'money gone back that the state does not tell',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    { $set: { refunds: [{ refundId: 'r', status: 'succeeded', amountMinor: 1 }] } },
  ],
  [
    'I7',
    'a refund of Stripe written down twice',
    'billing/transactions',
    { transactionId: 'TXN-1' },
    {
      $set: {
        refunds: ['r', 're_1'].map((refundId) => ({
          refundId,
          stripeRefundId: 're_1',
          status: 'failed',
          amountMinor: 1,
        })),
      },
    },
  ],
];

describe('a finding is made of', () => {
  test.each(breaches)('%s: %s', async (invariant, _what, place, filter, update) => {
    const [service = '', name = ''] = place.split('/');
    const collection = databaseOf(service).collection(name);
    const changed =
      Object.keys(update).length === 0
        ? await collection.deleteOne(filter).then(({ deletedCount }) => deletedCount)
        : await collection.updateOne(filter, withoutId(update)).then(({ modifiedCount }) => modifiedCount);
    expect(changed).toBe(1);
    const findings = await checkInvariants({ mongoUri, namespace });
    expect(findings.map((finding) => finding.invariant)).toContain(invariant);
  });

  test('and told with its place', async () => {
    await databaseOf('credits')
      .collection('accounts')
      .updateOne({}, { $inc: { 'lots.0.remaining': 1 } });
    await expect(expectInvariants({ mongoUri, namespace })).rejects.toThrow('I1 100001/sarah/lot: does not add up');
  });

  test('I5: a parked message', async () => {
    const broker = await connect(addressOf('AMQP_URL'));
    const channel = await broker.createConfirmChannel();
    const queue = topologyOf(namespace).parkedQueueOf('credits');
    await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    channel.sendToQueue(queue, Buffer.from('{}'));
    await channel.waitForConfirms();
    await broker.close();
    expect(await checkInvariants({ mongoUri, namespace })).toEqual([
      { invariant: 'I5', where: queue, what: '1 messages wait here' },
    ]);
  });
});

/** MongoDB lets nobody set `_id`. */
function withoutId(update: object): object {
  if (!('$set' in update)) return update;
  const { _id: _same, ...rest } = update.$set as Record<string, unknown>;
  return { ...update, $set: rest };
}
