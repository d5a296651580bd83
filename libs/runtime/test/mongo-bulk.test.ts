import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connectMongo, hotWrite, type Tenanted } from '../src/mongo.ts';
import { insertEachOf, onlyDuplicates, updateEachOf } from '../src/mongo-bulk.ts';

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
  await insertEachOf<Account>(connection, 'accounts', [
    { _id: 'a', tenantId: OURS, credits: 1 },
    { _id: 'x', tenantId: THEIRS, credits: 1 },
  ]);
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

const creditsOf = async (tenantId: string, _id: string) =>
  (await hotWrite<Account>(connection, 'accounts', tenantId).findOne({ _id }))?.credits;

test('a bulk writes for several tenants, each update only to its own', async () => {
  const add = { $inc: { credits: 1 } };
  const hint = { _id: 1 } as const;
  const { matchedCount } = await updateEachOf<Account>(connection, 'accounts', [
    { tenantId: OURS, filter: { _id: 'a' }, update: add, hint },
    { tenantId: THEIRS, filter: { _id: 'x' }, update: add },
    { tenantId: OURS, filter: { _id: 'x' }, update: { $inc: { credits: 100 } } },
  ]);
  expect(matchedCount).toBe(2);
  expect([await creditsOf(OURS, 'a'), await creditsOf(THEIRS, 'x')]).toEqual([2, 2]);
});

test('a bulk with an update that names another tenant, or none, is not sent at all', async () => {
  const good = { tenantId: OURS, filter: { _id: 'a' }, update: { $inc: { credits: 10 } } };
  for (const bad of [
    { tenantId: OURS, filter: { _id: 'a', tenantId: THEIRS }, update: { $inc: { credits: 10 } } },
    { tenantId: OURS, filter: { _id: 'a' }, update: { $set: { tenantId: THEIRS } } },
    { tenantId: '', filter: { _id: 'a' }, update: { $inc: { credits: 10 } } },
  ])
    await expect(updateEachOf<Account>(connection, 'accounts', [good, bad])).rejects.toThrow(/tenant/);
  await expect(insertEachOf<Account>(connection, 'accounts', [{ _id: 'n', tenantId: '', credits: 1 }])).rejects.toThrow(
    'tenantId',
  );
  expect(await creditsOf(OURS, 'a')).toBe(2);
});

test('inserting what is there already is told from every other failure, and keeps no other row from being written', async () => {
  const rows = ['a', 'b', 'c'].map((_id) => ({ _id, tenantId: OURS, credits: 7 }));
  const error: unknown = await insertEachOf<Account>(connection, 'accounts', rows).catch((reason: unknown) => reason);
  expect(onlyDuplicates(error)).toBe(true);
  expect([await creditsOf(OURS, 'a'), await creditsOf(OURS, 'b'), await creditsOf(OURS, 'c')]).toEqual([2, 7, 7]);
  const other: unknown = await updateEachOf<Account>(connection, 'accounts', [
    { tenantId: OURS, filter: { _id: 'a' }, update: { $set: { _id: 'other' } } },
  ]).catch((reason: unknown) => reason);
  expect(onlyDuplicates(other)).toBe(false);
  expect(onlyDuplicates(new Error('anything'))).toBe(false);
});
