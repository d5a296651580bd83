import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { topologyOf } from '@consult/messaging/topology';
import { connect } from 'amqplib';
import mongoose, { type mongo } from 'mongoose';
import { addressOf } from '../src/environment.ts';
import { checkInvariants, expectInvariants } from '../src/invariants.ts';
import { dropNamespace, testNamespace } from '../src/namespace.ts';
import { BREACHES } from './support/breaches.ts';
import { history, writeSoundStack } from './support/sound-stack.ts';

const namespace = testNamespace();
const mongoUri = addressOf('MONGODB_URI');
const connection = await mongoose.createConnection(mongoUri).asPromise();
const databaseOf = (service: string): mongo.Db => connection.getClient().db(`${namespace}_${service}`);

afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

beforeEach(() => writeSoundStack(databaseOf));

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

describe('a finding is made of', () => {
  test.each(BREACHES)('%s: %s', async (invariant, _what, place, filter, update) => {
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
