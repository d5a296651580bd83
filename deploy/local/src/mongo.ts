import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, mongo } from 'mongoose';
import { findMongod } from './mongo-binary.ts';
import { freePort } from './ports.ts';
import { isRunning, logTail, type Processes, type Running } from './processes.ts';
import { step } from './say.ts';

const REPLICA_SET = 'rs0';
const CACHE_GB = '0.5';
/** A slow query is logged with the values it looks for, addresses among them: only what is truly stuck is told. */
const SLOW_MS = '10000';
/**
 * No command here reads at an instant in the past, for which the server would keep five minutes of old versions by default: under load
 * it then spent a quarter of its time on moving those out of its cache.
 */
const NO_HISTORY = 'minSnapshotHistoryWindowInSeconds=0';
const UP_WITHIN_MS = 60_000;
const POLL_MS = 100;
const ALREADY_INITIALIZED = 23;

/** The URI of a MongoDB replica set: the one named by MONGODB_URI, or one of our own with its data under `folder`. */
export async function findMongo(folder: string, processes: Processes): Promise<string> {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined && given !== '') return given;
  const mongod = await findMongod();
  const data = join(folder, 'mongodb');
  mkdirSync(data, { recursive: true });
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    REPLICA_SET,
    '--wiredTigerCacheSizeGB',
    CACHE_GB,
    '--setParameter',
    NO_HISTORY,
  ];
  const server = processes.start('mongodb', mongod, [...args, '--quiet', '--slowms', SLOW_MS, '--dbpath', data], {
    PATH: process.env['PATH'] ?? '',
  });
  await bringUp(server, port);
  step(`MongoDB answers on 127.0.0.1:${port}`);
  return `mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}&directConnection=true`;
}

/** Waits for the server and makes it the primary of a replica set of one, on whatever port it has today. */
async function bringUp(server: Running, port: number): Promise<void> {
  const until = Date.now() + UP_WITHIN_MS;
  for (;;) {
    if (!isRunning(server)) throw new Error(`MongoDB ended at once; its last lines:\n${logTail(server.logFile)}`);
    try {
      if (await isPrimary(port)) return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`MongoDB does not answer on port ${port}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function isPrimary(port: number): Promise<boolean> {
  const connection = await createConnection(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  }).asPromise();
  try {
    const admin = connection.getClient().db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return true;
    await elect(admin, `127.0.0.1:${port}`);
    return false;
  } finally {
    await connection.close();
  }
}

/** Data of an earlier start names the port of that day; a forced new configuration names today's. */
async function elect(admin: mongo.Db, host: string): Promise<void> {
  const config = { _id: REPLICA_SET, members: [{ _id: 0, host }] };
  try {
    await admin.command({ replSetInitiate: config });
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error;
    const { config: current } = await admin.command({ replSetGetConfig: 1 });
    if (current.members[0].host === host) return;
    await admin.command({
      replSetReconfig: { ...current, version: current.version + 1, members: config.members },
      force: true,
    });
  }
}
