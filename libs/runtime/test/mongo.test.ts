import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../src/errors.ts';
import { connectMongo, ensureIndexes, hotWrite, pingMongo, type Tenanted } from '../src/mongo.ts';
import { isOutage } from '../src/outage.ts';

interface Account extends Tenanted {
  _id: string;
  credits: number;
}
const OURS = '100001';
const THEIRS = '100002';
const namespace = testNamespace();
let connection: Connection;

beforeAll(async () => {
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_runtime` });
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

test('acknowledged means on disk at a majority, and reads see nothing less', async () => {
  await pingMongo(connection);
  expect(connection.db?.writeConcern).toMatchObject({ w: 'majority', journal: true });
  expect(connection.db?.readConcern).toMatchObject({ level: 'majority' });
});

test('an unreachable database fails within its bound, as an outage', async () => {
  const before = performance.now();
  const error: unknown = await connectMongo({ uri: 'mongodb://127.0.0.1:1', database: 'x' }).catch(
    (reason: unknown) => reason,
  );
  expect(isOutage(error)).toBe(true);
  expect(performance.now() - before).toBeLessThan(15_000);
});

test('ensureIndexes builds what the models declare, and may run again', async () => {
  const schema = new Schema(
    { _id: String, tenantId: String, name: String },
    { collection: 'named', shardKey: { tenantId: 1 } },
  );
  schema.index({ tenantId: 1, name: 1 }, { unique: true });
  const model = connection.model('Named', schema);
  await ensureIndexes(connection);
  await ensureIndexes(connection);
  await model.create({ _id: 'a', tenantId: OURS, name: 'n' });
  await model.create({ _id: 'b', tenantId: THEIRS, name: 'n' });
  const error: unknown = await model.create({ _id: 'c', tenantId: OURS, name: 'n' }).catch((reason: unknown) => reason);
  expect(isDuplicateKey(error)).toBe(true);
});

test('hotWrite reads and writes one tenant, whatever the filter says', async () => {
  const ours = hotWrite<Account>(connection, 'accounts', OURS);
  const theirs = hotWrite<Account>(connection, 'accounts', THEIRS);
  await ours.insertOne({ _id: 'a', tenantId: OURS, credits: 1 });
  await theirs.insertOne({ _id: 'x', tenantId: THEIRS, credits: 1 });

  expect(await ours.findOne({ _id: 'x' })).toBeNull();
  expect((await ours.updateOne({ _id: 'x' }, { $inc: { credits: 5 } })).matchedCount).toBe(0);
  expect(await ours.find({ credits: { $gte: 1 } }).toArray()).toEqual([{ _id: 'a', tenantId: OURS, credits: 1 }]);
  const result = await ours.updateEach(
    ['a', 'x'].map((_id) => ({ filter: { _id }, update: { $inc: { credits: 1 } } })),
  );
  expect(result.matchedCount).toBe(1);
  expect(await theirs.findOne({ _id: 'x' })).toMatchObject({ credits: 1 });
  expect(
    await ours.findOneAndUpdate({ _id: 'a' }, { $inc: { credits: 1 } }, { returnDocument: 'after' }),
  ).toMatchObject({ credits: 3 });
});

test('hotWrite refuses another tenant in a filter, a document or an update', async () => {
  const ours = hotWrite<Account>(connection, 'accounts', OURS);
  await expect(ours.findOne({ tenantId: THEIRS })).rejects.toThrow('another tenant');
  expect(() => ours.find({ tenantId: { $ne: OURS } })).toThrow('another tenant');
  await expect(ours.insertOne({ _id: 'b', tenantId: THEIRS, credits: 1 })).rejects.toThrow('another tenant');
  await expect(ours.updateOne({ _id: 'a' }, { $set: { tenantId: THEIRS } })).rejects.toThrow('another tenant');
  await expect(ours.updateEach([{ filter: { _id: 'a' }, update: { $set: { tenantId: THEIRS } } }])).rejects.toThrow(
    'another tenant',
  );
  expect(() => hotWrite(connection, 'accounts', '')).toThrow('tenantId');
});
