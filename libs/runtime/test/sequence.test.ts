import { addressOf } from '@consult/testing/environment';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connectMongo } from '../src/mongo.ts';
import { createSequence } from '../src/sequence.ts';

const namespace = testNamespace();
let connection: Connection;
beforeAll(async () => {
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_runtime` });
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

test('begins at 0001 and grows, for each tenant and prefix apart', async () => {
  const packages = createSequence(connection, 'PKG');
  const consultations = createSequence(connection, 'CONS');
  expect(await packages('100001')).toBe('PKG-100001-0001');
  expect(await packages('100001')).toBe('PKG-100001-0002');
  expect(await packages('100002')).toBe('PKG-100002-0001');
  expect(await consultations('100001')).toBe('CONS-100001-0001');
});

test('is unique when several processes take numbers of a new tenant at the same moment', async () => {
  const processes = Array.from({ length: 6 }, () => createSequence(connection, 'TXN'));
  const taken = await Promise.all(processes.flatMap((next) => Array.from({ length: 50 }, () => next('100003'))));
  expect(taken).toHaveLength(300);
  expect(new Set(taken).size).toBe(300);
});

test('goes on with a new block after a restart, and past four digits', async () => {
  const before = await createSequence(connection, 'PKG')('100004');
  const after = await createSequence(connection, 'PKG')('100004');
  expect(after > before).toBe(true);
  const counters = connection.db?.collection<{ _id: string; leased: number }>('sequences');
  await counters?.updateOne({ _id: '100004:PKG' }, { $set: { leased: 9_999 } });
  expect(await createSequence(connection, 'PKG')('100004')).toBe('PKG-100004-10000');
});

test('skips none while it runs, however many are taken at once', async () => {
  const next = createSequence(connection, 'CONS');
  const taken: string[] = [];
  for (let round = 0; round < 20; round += 1)
    taken.push(...(await Promise.all(Array.from({ length: 100 }, () => next('100005')))));
  expect(taken).toEqual(Array.from({ length: 2_000 }, (_, at) => `CONS-100005-${String(at + 1).padStart(4, '0')}`));
});

test('has the next block at hand before one is used up', async () => {
  const next = createSequence(connection, 'TXN');
  for (let at = 0; at < 12; at += 1) await next('100006');
  const leased = () => connection.db?.collection<{ _id: string }>('sequences').findOne({ _id: '100006:TXN' });
  await eventually(async () => expect(await leased()).toMatchObject({ leased: 60 }));
  expect(await next('100006')).toBe('TXN-100006-0013');
});
