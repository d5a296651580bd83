import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Connection, type Model, Schema } from 'mongoose';
import { type Leased, leaseDue } from '../src/lease.ts';
import { connectMongo } from '../src/mongo.ts';

const TENANT = '100001';
const NOW = new Date('2025-01-01T09:00:00.000Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const LEASE_MS = 1_000;
const namespace = testNamespace();
let connection: Connection;
let jobs: Model<Leased>;

beforeAll(async () => {
  connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_runtime` });
  const schema = new Schema<Leased>(
    {
      _id: String,
      tenantId: { type: String, required: true },
      attempts: Number,
      nextAt: Date,
      leasedBy: String,
    },
    { collection: 'jobs', shardKey: { tenantId: 1 }, versionKey: false },
  );
  jobs = connection.model<Leased>('Job', schema);
});
beforeEach(async () => {
  await jobs.deleteMany({ tenantId: TENANT });
});
afterAll(async () => {
  await connection.close();
  await dropNamespace(namespace);
});

const wait = (count: number, nextAt = NOW) =>
  jobs.insertMany(
    Array.from({ length: count }, (_, index) => ({ _id: `job-${index}`, tenantId: TENANT, attempts: 0, nextAt })),
  );
const take = (now: Date, limit: number) =>
  leaseDue(jobs, { filter: { tenantId: TENANT }, now, until: new Date(now.getTime() + LEASE_MS), limit });

describe('a lease', () => {
  test('goes to those due, longest due first, and no further than asked', async () => {
    await jobs.insertMany(
      [3, 1, 2].map((age) => ({ _id: `due-${age}`, tenantId: TENANT, attempts: age, nextAt: after(-age) })),
    );
    await jobs.create({ _id: 'later', tenantId: TENANT, attempts: 0, nextAt: after(1) });
    expect((await take(NOW, 2)).map(({ _id, attempts }) => [_id, attempts])).toEqual([
      ['due-3', 4],
      ['due-2', 3],
    ]);
    expect((await take(NOW, 10)).map(({ _id }) => _id)).toEqual(['due-1']);
    expect(await take(NOW, 10)).toEqual([]);
  });

  test('passes to somebody else when it has ended, with one more attempt counted', async () => {
    await wait(1);
    const [first] = await take(NOW, 1);
    expect(await take(after(LEASE_MS - 1), 1)).toEqual([]);
    const [second] = await take(after(LEASE_MS), 1);
    expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
    expect(second?.leasedBy).not.toBe(first?.leasedBy);
  });

  test('is one taker’s, however many look at once', async () => {
    await wait(40);
    const looks = await Promise.all(Array.from({ length: 10 }, () => take(NOW, 20)));
    const taken = looks.flat().map(({ _id }) => _id);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken).size).toBe(taken.length);
    // Who came second to all of them has none; the rest is there for the next look.
    const rest = await take(NOW, 40);
    expect(taken.length + rest.length).toBe(40);
  });
});
