import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { type Connection, type Model, Schema } from 'mongoose';
import { createLogger } from '../src/logger.ts';
import { connectMongo, ensureIndexes } from '../src/mongo.ts';

interface Note {
  _id: string;
  tenantId: string;
  words?: number;
  parts?: { title: string }[];
  mixed?: unknown;
}
const OURS = '100001';
const THEIRS = '100002';
const ACROSS = { acrossTenants: 'a test' } as const;

const schema = new Schema<Note>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    words: Number,
    parts: [new Schema({ title: String })],
    mixed: [Schema.Types.Mixed],
  },
  { collection: 'notes', shardKey: { tenantId: 1 }, versionKey: false },
);
schema.index({ tenantId: 1, words: 1 });
const unkeyedSchema = new Schema<Note>({ _id: String, tenantId: String }, { collection: 'unkeyed' });

const namespace = testNamespace();
const logged: string[] = [];
let connection: Connection;
let notes: Model<Note>;

beforeAll(async () => {
  const logger = createLogger({ service: 'test', level: 'debug', stream: { write: (line) => logged.push(line) } });
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_guard`, logger });
  notes = connection.model<Note>('Note', schema);
  await ensureIndexes(connection);
  await notes.insertMany([
    { _id: 'a', tenantId: OURS, words: 1 },
    { _id: 'b', tenantId: OURS, words: 2 },
    { _id: 'x', tenantId: THEIRS, words: 3 },
  ]);
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

/** Filters that name no tenant, or more than one; a caller without types could bring any of them. */
const LOOSE: [string, Record<string, unknown>][] = [
  ['nothing', {}],
  ['another field', { words: 1 }],
  ['undefined', { tenantId: undefined }],
  ['null', { tenantId: null }],
  ['an empty string', { tenantId: '' }],
  ['$ne', { tenantId: { $ne: null } }],
  ['$in', { tenantId: { $in: [OURS, THEIRS] } }],
  ['$exists', { tenantId: { $exists: true } }],
  ['$gt', { tenantId: { $gt: '' } }],
  ['a pattern', { tenantId: /.*/ }],
  ['$eq with an operator beside', { tenantId: { $eq: OURS, $ne: 'x' } }],
  ['$or', { $or: [{ tenantId: OURS }, { words: 3 }] }],
  ['$and', { $and: [{ tenantId: OURS }] }],
];
const set = { $set: { words: 9 } };
const QUERIES: [string, (filter: Record<string, unknown>) => PromiseLike<unknown>][] = [
  ['find', (filter) => notes.find(filter)],
  ['find by cursor', (filter) => notes.find(filter).cursor().next()],
  ['findOne', (filter) => notes.findOne(filter)],
  ['exists', (filter) => notes.exists(filter)],
  ['countDocuments', (filter) => notes.countDocuments(filter)],
  ['distinct', (filter) => notes.distinct('words', filter)],
  ['updateOne', (filter) => notes.updateOne(filter, set)],
  ['updateMany', (filter) => notes.updateMany(filter, set)],
  ['findOneAndUpdate', (filter) => notes.findOneAndUpdate(filter, set)],
  ['upsert', (filter) => notes.updateOne(filter, set, { upsert: true })],
  ['replaceOne', (filter) => notes.replaceOne(filter, { tenantId: OURS, words: 9 })],
  ['findOneAndReplace', (filter) => notes.findOneAndReplace(filter, { tenantId: OURS, words: 9 })],
  ['deleteOne', (filter) => notes.deleteOne(filter)],
  ['deleteMany', (filter) => notes.deleteMany(filter)],
  ['findOneAndDelete', (filter) => notes.findOneAndDelete(filter)],
  ['bulkWrite update', (filter) => notes.bulkWrite([{ updateMany: { filter, update: set } }])],
  ['bulkWrite delete', (filter) => notes.bulkWrite([{ deleteMany: { filter } }])],
  ['aggregate', (filter) => notes.aggregate([{ $match: filter }])],
];

describe.each(QUERIES)('%s', (_name, run) => {
  test.each(LOOSE)('is refused when the filter names %s', async (_shape, filter) => {
    await expect(run(filter)).rejects.toThrow('tenant guard');
    expect(await allWords()).toEqual([1, 2, 3]);
  });
});

describe('a query of one tenant', () => {
  test('finds that tenant only, also with operators beside', async () => {
    const found = await notes.find({ tenantId: OURS, words: { $gte: 1 }, $or: [{ words: 2 }, { words: 3 }] }).lean();
    expect(found.map(({ _id }) => _id)).toEqual(['b']);
    expect(await notes.countDocuments({ tenantId: { $eq: OURS } })).toBe(2);
    expect(await notes.where('tenantId').equals(THEIRS).countDocuments()).toBe(1);
  });

  test('aggregates that tenant only', async () => {
    const [sum] = await notes.aggregate<{ words: number }>([
      { $match: { tenantId: OURS } },
      { $group: { _id: null, words: { $sum: '$words' } } },
    ]);
    expect(sum?.words).toBe(3);
  });

  test('may filter below a mixed path, and never by a path that does not exist', async () => {
    expect(await notes.countDocuments({ tenantId: OURS, 'mixed.0.id': { $exists: true } })).toBe(0);
    expect(await notes.countDocuments({ tenantId: OURS, 'mixed.recordedAt': { $lte: new Date(0) } })).toBe(0);
    await expect(notes.countDocuments({ tenantId: OURS, wordz: 1 })).rejects.toThrow('wordz');
  });
});

describe('what has no filter, or reaches out of it', () => {
  test.each([
    ['findById', () => notes.findById('x')],
    ['findByIdAndDelete', () => notes.findByIdAndDelete('x')],
    ['estimatedDocumentCount', () => notes.estimatedDocumentCount()],
    [
      'a pipeline that begins otherwise',
      () => notes.aggregate([{ $sort: { words: 1 } }, { $match: { tenantId: OURS } }]),
    ],
    ['an empty pipeline', () => notes.aggregate([])],
    [
      'a pipeline into another collection',
      () =>
        notes.aggregate([
          { $match: { tenantId: OURS } },
          { $facet: { all: [{ $lookup: { from: 'notes', pipeline: [], as: 'all' } }] } },
        ]),
    ],
    [
      'a document that updates itself by _id alone',
      () => unkeyed().then((stored) => stored.updateOne({ $set: { words: 9 } })),
    ],
    ['a document that deletes itself by _id alone', () => unkeyed().then((stored) => stored.deleteOne())],
  ])('is refused: %s', async (_name, run) => {
    await expect(run()).rejects.toThrow('tenant guard');
    expect(await allWords()).toEqual([1, 2, 3]);
  });
});

describe('no write moves a document to another tenant', () => {
  const mine = { tenantId: OURS, _id: 'a' };
  test.each([
    ['$set', () => notes.updateOne(mine, { $set: { tenantId: THEIRS } })],
    ['a bare field', () => notes.updateOne(mine, { tenantId: THEIRS })],
    ['$unset', () => notes.updateOne(mine, { $unset: { tenantId: '' } })],
    [
      '$setOnInsert',
      () => notes.updateOne({ ...mine, _id: 'new' }, { $setOnInsert: { tenantId: THEIRS } }, { upsert: true }),
    ],
    ['$rename', () => notes.updateOne(mine, { $rename: { words: 'tenantId' } })],
    ['a pipeline', () => notes.updateOne(mine, [{ $set: { tenantId: THEIRS } }], { updatePipeline: true })],
    ['a replacement', () => notes.replaceOne(mine, { tenantId: THEIRS })],
    [
      'a bulk replacement',
      () => notes.bulkWrite([{ replaceOne: { filter: mine, replacement: { tenantId: THEIRS } } }]),
    ],
    ['a bulk update', () => notes.bulkWrite([{ updateOne: { filter: mine, update: { $set: { tenantId: THEIRS } } } }])],
    ['save', async () => (await ours('a')).set('tenantId', THEIRS).save()],
  ])('%s', async (_name, run) => {
    await expect(run()).rejects.toThrow('tenant guard');
    expect(await notes.countDocuments({ tenantId: THEIRS })).toBe(1);
  });
});

describe('documents', () => {
  test('without a tenant are not inserted', async () => {
    const orphan = { _id: 'o', words: 9 } as Note;
    await expect(notes.insertMany([orphan])).rejects.toThrow('tenant guard');
    await expect(notes.bulkWrite([{ insertOne: { document: orphan } }])).rejects.toThrow('tenant guard');
    await expect(notes.create(orphan)).rejects.toThrow();
    await expect(notes.create({ ...orphan, tenantId: '' })).rejects.toThrow();
    expect(await allWords()).toEqual([1, 2, 3]);
  });

  test('are saved and deleted within their tenant, parts included', async () => {
    await notes.create({ _id: 'p', tenantId: OURS, words: 4, parts: [{ title: 'one' }] });
    const stored = await ours('p');
    stored.parts?.push({ title: 'two' });
    await stored.save();
    expect((await ours('p')).parts).toHaveLength(2);
    // Behind its back the document goes to the other tenant: then neither save nor delete may reach it any more.
    await connection.db?.collection<Note>('notes').updateOne({ _id: 'p' }, { $set: { tenantId: THEIRS } });
    expect((await stored.updateOne({ $set: { words: 5 } })).matchedCount).toBe(0);
    stored.words = 5;
    await expect(stored.save()).rejects.toThrow('No document found');
    await stored.deleteOne();
    expect(await notes.countDocuments({ tenantId: THEIRS, _id: 'p' })).toBe(1);
    await notes.deleteOne({ tenantId: THEIRS, _id: 'p' });
  });

  test('of a schema without a shard key are not saved: mongoose would do it by _id alone', async () => {
    await expect((await unkeyed()).save()).rejects.toThrow('shardKey');
  });
});

describe('a query that goes across tenants on purpose', () => {
  test('says why, passes, and is logged', async () => {
    const found = await notes
      .find({ words: { $lte: 3 } }, { words: 1 }, ACROSS)
      .sort({ words: 1 })
      .lean();
    expect(found.map(({ _id }) => _id)).toEqual(['a', 'b', 'x']);
    expect(logged.join('')).toContain('"model":"Note","why":"a test"');
  });

  test('works on every shape, but moves nobody', async () => {
    expect(await notes.countDocuments({}).setOptions(ACROSS)).toBe(3);
    expect(await notes.estimatedDocumentCount().setOptions(ACROSS)).toBe(3);
    expect(await notes.aggregate([{ $sort: { words: 1 } }], ACROSS)).toHaveLength(3);
    expect((await notes.updateMany({}, { $set: { parts: [] } }).setOptions(ACROSS)).matchedCount).toBe(3);
    await expect(notes.updateMany({}, { $set: { tenantId: OURS } }).setOptions(ACROSS)).rejects.toThrow('tenant guard');
  });

  test('without a reason is refused', async () => {
    await expect(notes.find({}, null, { acrossTenants: '' })).rejects.toThrow('tenant guard');
  });
});

test('a second connection of the process is guarded by the same schemas', async () => {
  const second = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_guard` });
  try {
    const model = second.model<Note>('Note', schema);
    await expect(model.find({})).rejects.toThrow('tenant guard');
    expect(await model.find({ tenantId: OURS })).toHaveLength(2);
  } finally {
    await second.close();
  }
});

async function ours(id: string) {
  return notes.findOne({ tenantId: OURS, _id: id }).orFail();
}

/** A stored document of a schema that lacks the shard key. */
async function unkeyed() {
  return connection.model<Note>('Unkeyed', unkeyedSchema).hydrate({ _id: 'u', tenantId: OURS });
}

async function allWords(): Promise<unknown[]> {
  const found = await notes.find({}, { words: 1 }, ACROSS).sort({ words: 1 }).lean();
  return found.map(({ words }) => words);
}
