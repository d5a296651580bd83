import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { type Connection, type Model, Schema } from 'mongoose';
import { groupRead, groupReadAll } from '../src/group-read.ts';
import { createLogger } from '../src/logger.ts';
import { connectMongo } from '../src/mongo.ts';

interface Note {
  _id: string;
  tenantId: string;
  words: number;
  secret?: string;
}
const OURS = '100001';
const THEIRS = '100002';
const WHY = 'notes of many';
const COUNT = 60;

const schema = new Schema<Note>(
  { _id: String, tenantId: { type: String, required: true }, words: Number, secret: String },
  { collection: 'notes', shardKey: { tenantId: 1 }, versionKey: false },
);

const namespace = testNamespace();
const read = groupRead<Note>(WHY, { secret: 0 });
const readAll = groupReadAll<Note>(WHY, { secret: 0 });
let logged: string[] = [];
let connection: Connection;
let notes: Model<Note>;

beforeAll(async () => {
  const logger = createLogger({ service: 'test', level: 'debug', stream: { write: (line) => logged.push(line) } });
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_group_read`, logger });
  notes = connection.model<Note>('Note', schema);
  const ours = Array.from({ length: COUNT }, (_, words) => ({ _id: `n${words}`, tenantId: OURS, words, secret: 's' }));
  await notes.insertMany([...ours, { _id: 'x', tenantId: THEIRS, words: -1 }]);
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

const queries = () => logged.filter((line) => line.includes(WHY)).length;

describe('look-ups of many callers', () => {
  test('each has its own document, as far as it is kept from nobody, for the price of a few queries', async () => {
    logged = [];
    const keys = Array.from({ length: COUNT }, (_, words) => ({ tenantId: OURS, _id: `n${words}` }));
    const found = await Promise.all(keys.map((key) => read(notes, key)));
    expect(found).toEqual(keys.map(({ tenantId, _id }, words) => ({ _id, tenantId, words })));
    // Shared out by halves, at worst down to one.
    expect(queries()).toBeLessThanOrEqual(7);
  });

  test('of several ids each has those that there are, of its own tenant, in their order', async () => {
    const lookUps = [
      { tenantId: OURS, ids: ['n9', 'nowhere', 'x', 'n3'] },
      { tenantId: THEIRS, ids: ['n3', 'x'] },
      { tenantId: OURS, ids: [] },
    ];
    const found = await Promise.all(lookUps.map((lookUp) => readAll(notes, lookUp)));
    expect(found.map((some) => some.map(({ _id }) => _id))).toEqual([['n9', 'n3'], ['x'], []]);
  });

  test('one that comes alone goes alone, at once', async () => {
    logged = [];
    expect(await read(notes, { tenantId: OURS, _id: 'n7' })).toEqual({ _id: 'n7', tenantId: OURS, words: 7 });
    expect(queries()).toBe(1);
  });

  test('nobody is answered with what is not there, or with a document of another tenant', async () => {
    const keys = ['x', 'nowhere', 'n1'].map((_id) => ({ tenantId: OURS, _id }));
    const found = await Promise.all([...keys, { tenantId: THEIRS, _id: 'x' }].map((key) => read(notes, key)));
    expect(found.map((note) => note?.words)).toEqual([undefined, undefined, 1, -1]);
  });

  test('whatever was written before a look-up is seen by it, however many are under way', async () => {
    let over = false;
    const others = Array.from({ length: 8 }, async () => {
      while (!over) await read(notes, { tenantId: OURS, _id: 'n0' });
    });
    const seen: (number | undefined)[] = [];
    for (let words = 1_000; words < 1_030; words += 1) {
      await notes.updateOne({ tenantId: OURS, _id: 'n0' }, { $set: { words } });
      seen.push((await read(notes, { tenantId: OURS, _id: 'n0' }))?.words);
    }
    over = true;
    await Promise.all(others);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => 1_000 + index));
  });

  test('a query that fails tells all who wait for it, and the next look-up is a new one', async () => {
    const lost = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_group_read_lost` });
    const gone = lost.model<Note>('Note', schema);
    await lost.close();
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((_id) => read(gone, { tenantId: OURS, _id })));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await read(notes, { tenantId: OURS, _id: 'n5' }))?.words).toBe(5);
  });
});
