import mongoose, { type Connection, type mongo } from 'mongoose';
import type { Logger } from './logger.ts';
import { guardTenants } from './tenant-guard.ts';

/** How long an operation waits for a database that is not reachable before it fails. */
const SERVER_SELECTION_MS = 5_000;
const CONNECT_MS = 5_000;
/** No operation of ours is silent for longer. */
const SOCKET_MS = 30_000;
const WRITE_CONCERN_MS = 10_000;
const WAIT_FOR_CONNECTION_MS = 5_000;
const POOL_MAX = 50;

/**
 * Connects to one database; every model made on it is guarded by tenant. Acknowledged means on disk at a majority.
 * Rejects when the database does not answer within 5 s.
 *
 * `sanitizeFilter` stays off: it would turn the operators of our own filters (`$lte`, `$in`) into values too.
 * What comes from outside is parsed to strings and numbers at the door, so it cannot bring an operator along.
 */
export async function connectMongo(options: {
  uri: string;
  database: string;
  logger?: Logger;
  /** false: for who does interrupted writes again himself; it saves the server a note per write. */
  retryWrites?: boolean;
}): Promise<Connection> {
  const connection = mongoose.createConnection(options.uri, {
    dbName: options.database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: WRITE_CONCERN_MS },
    readConcern: { level: 'majority' },
    retryWrites: options.retryWrites ?? true,
    retryReads: true,
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: CONNECT_MS,
    socketTimeoutMS: SOCKET_MS,
    waitQueueTimeoutMS: WAIT_FOR_CONNECTION_MS,
    maxPoolSize: POOL_MAX,
  });
  guardTenants(connection, options.logger);
  // A misspelt path in a filter would otherwise be dropped, and the filter would match more.
  connection.plugin((schema) => schema.set('strictQuery', 'throw'));
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Creates the collections and indexes of every model of the connection; what is there already stays. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await model.createIndexes();
  }
}

/** Readiness: rejects when the database does not answer. */
export async function pingMongo(connection: Connection): Promise<void> {
  await connection.db?.command({ ping: 1 });
}

/** A document of a tenant, as the raw driver sees it. */
export type Tenanted = mongo.Document & { tenantId: string };

/** The operations hot paths need. Filters get the tenant, documents must have it; an update that moves one to another tenant is refused. */
export interface HotCollection<T extends Tenanted> {
  findOne(filter: mongo.Filter<T>, options?: mongo.FindOptions): Promise<mongo.WithId<T> | null>;
  find(filter: mongo.Filter<T>, options?: mongo.FindOptions): mongo.FindCursor<mongo.WithId<T>>;
  insertOne(
    document: mongo.OptionalUnlessRequiredId<T>,
    options?: mongo.InsertOneOptions,
  ): Promise<mongo.InsertOneResult<T>>;
  updateOne(
    filter: mongo.Filter<T>,
    update: mongo.UpdateFilter<T>,
    options?: mongo.UpdateOptions,
  ): Promise<mongo.UpdateResult<T>>;
  findOneAndUpdate(
    filter: mongo.Filter<T>,
    update: mongo.UpdateFilter<T>,
    options?: mongo.FindOneAndUpdateOptions,
  ): Promise<mongo.WithId<T> | null>;
  /** One bulk of updates of single documents; the result carries totals only. */
  updateEach(
    updates: { filter: mongo.Filter<T>; update: mongo.UpdateFilter<T> }[],
    options?: mongo.BulkWriteOptions,
  ): Promise<mongo.BulkWriteResult>;
}

/**
 * The raw collection for hot paths, where mongoose costs too much: bound to one tenant.
 * Throws when a filter, document or update names another tenant.
 */
export function hotWrite<T extends Tenanted = Tenanted>(
  connection: Connection,
  name: string,
  tenantId: string,
): HotCollection<T> {
  if (tenantId === '') throw new Error('hotWrite needs a tenantId');
  if (connection.db === undefined) throw new Error('hotWrite needs an open connection');
  const collection = connection.db.collection<T>(name);
  const bound = (filter: mongo.Filter<T>) => boundFilter(tenantId, filter);
  const kept = (update: mongo.UpdateFilter<T>) => keptUpdate(tenantId, update);
  return {
    findOne: async (filter, options) => collection.findOne(bound(filter), options ?? {}),
    find: (filter, options) => collection.find(bound(filter), options),
    async insertOne(document, options) {
      same(document.tenantId, tenantId);
      return collection.insertOne(document, options);
    },
    updateOne: async (filter, update, options) => collection.updateOne(bound(filter), kept(update), options),
    findOneAndUpdate: async (filter, update, options) =>
      collection.findOneAndUpdate(bound(filter), kept(update), options ?? {}),
    updateEach: async (updates, options) =>
      collection.bulkWrite(
        updates.map(({ filter, update }) => ({ updateOne: { filter: bound(filter), update: kept(update) } })),
        options,
      ),
  };
}

/** A filter bound to the tenant, beside an update that keeps it. Throws when either names another tenant. */
export function keptTenant<T extends Tenanted>(
  tenantId: string,
  filter: mongo.Filter<T>,
  update: mongo.UpdateFilter<T>,
): { filter: mongo.Filter<T>; update: mongo.UpdateFilter<T> } {
  if (tenantId === '') throw new Error('hotWrite needs a tenantId');
  return { filter: boundFilter(tenantId, filter), update: keptUpdate(tenantId, update) };
}

function boundFilter<T extends Tenanted>(tenantId: string, filter: mongo.Filter<T>): mongo.Filter<T> {
  if (filter.tenantId !== undefined) same(filter.tenantId, tenantId);
  return { ...filter, tenantId };
}

function keptUpdate<T extends Tenanted>(tenantId: string, update: mongo.UpdateFilter<T>): mongo.UpdateFilter<T> {
  for (const fields of Object.values(update)) if (fields?.tenantId !== undefined) same(fields.tenantId, tenantId);
  return update;
}

function same(named: unknown, tenantId: string): void {
  if (named !== tenantId) throw new Error('hotWrite: this names another tenant');
}
