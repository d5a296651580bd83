import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Connection, type Model, Schema } from 'mongoose';
import { connectMongo } from '../src/mongo.ts';
import { keepNewest } from '../src/projection.ts';

interface Session {
  _id: string;
  tenantId: string;
  version: number;
  facts: Record<string, unknown>;
  dueAt?: Date;
}
const OURS = '100001';
const THEIRS = '100002';
const RACERS = 20;
const ROUNDS = 10;
const namespace = testNamespace();
let connection: Connection;
let sessions: Model<Session>;

beforeAll(async () => {
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_runtime` });
  const schema = new Schema<Session>(
    {
      _id: String,
      tenantId: { type: String, required: true },
      version: Number,
      facts: Schema.Types.Mixed,
      dueAt: Date,
    },
    { collection: 'sessions', shardKey: { tenantId: 1 }, minimize: false, versionKey: false },
  );
  sessions = connection.model<Session>('Session', schema);
  await sessions.createCollection();
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

const stored = (_id: string) => sessions.findOne({ tenantId: OURS, _id }).lean<Session>();
const session = (_id: string, version: number, more: Partial<Session> = {}): Session => ({
  _id,
  tenantId: OURS,
  version,
  facts: { told: version },
  ...more,
});

test('the newest version stays, in whatever order they come, and each may come twice', async () => {
  const newest = session('order', 3, { dueAt: new Date('2025-01-01T09:00:00Z'), facts: { told: 3, empty: {} } });
  await keepNewest(sessions, session('order', 1));
  await keepNewest(sessions, newest);
  await keepNewest(sessions, session('order', 2));
  await keepNewest(sessions, session('order', 3, { facts: { told: 'something else' } }));
  expect(await stored('order')).toEqual(newest);
});

test('what the newer version no longer has is gone', async () => {
  await keepNewest(sessions, session('unset', 1, { dueAt: new Date('2025-01-01T09:00:00Z'), facts: { old: true } }));
  await keepNewest(sessions, session('unset', 2));
  expect(await stored('unset')).toEqual(session('unset', 2));
});

test('of first words that arrive together the newest stays', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = `race-${round}`;
    const versions = Array.from({ length: RACERS }, (_, index) => ((index * 7 + round) % RACERS) + 1);
    await Promise.all(versions.map((version) => keepNewest(sessions, session(id, version))));
    expect(await stored(id)).toEqual(session(id, RACERS));
  }
});

test('an id belongs to the tenant it came with first; a word of another changes nothing', async () => {
  await keepNewest(sessions, session('both', 1));
  await keepNewest(sessions, session('both', 2, { tenantId: THEIRS }));
  expect(await stored('both')).toEqual(session('both', 1));
  expect(await sessions.countDocuments({ tenantId: THEIRS })).toBe(0);
});
