import { type Connection, mongo } from 'mongoose';
import { keptTenant, type Tenanted } from './mongo.ts';

/** An update of one document; its filter gets the tenant. */
export interface TenantUpdate<T extends Tenanted = Tenanted> {
  tenantId: string;
  filter: mongo.Filter<T>;
  update: mongo.UpdateFilter<T>;
  hint?: mongo.Hint;
}

/**
 * One unordered bulk of updates of single documents, each bound to the tenant it names, for hot paths that write for many at a
 * time. The result carries totals only. Rejects with MongoBulkWriteError when single updates failed; the others were carried out.
 * Throws when an update names no tenant, or another one than its own.
 */
export async function updateEachOf<T extends Tenanted = Tenanted>(
  connection: Connection,
  name: string,
  updates: readonly TenantUpdate<T>[],
  options: Pick<mongo.BulkWriteOptions, 'writeConcern'> = {},
): Promise<mongo.BulkWriteResult> {
  const operations = updates.map(({ tenantId, filter, update, hint }) => ({
    updateOne: { ...keptTenant(tenantId, filter, update), ...(hint === undefined ? {} : { hint }) },
  }));
  return rawCollection<T>(connection, name).bulkWrite(operations, { ...options, ordered: false });
}

/**
 * Inserts documents of any tenants in one unordered bulk. Rejects with MongoBulkWriteError when some are there already;
 * the others were inserted. Throws when a document has no tenant.
 */
export async function insertEachOf<T extends Tenanted = Tenanted>(
  connection: Connection,
  name: string,
  documents: readonly mongo.OptionalUnlessRequiredId<T>[],
): Promise<void> {
  for (const { tenantId } of documents)
    if (typeof tenantId !== 'string' || tenantId === '') throw new Error('hotWrite needs a tenantId');
  await rawCollection<T>(connection, name).insertMany([...documents], { ordered: false, ignoreUndefined: true });
}

/** Whether a bulk failed only in what was there already, by a unique index; all the rest of it is written. */
export function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError)) return false;
  if (error.result.getWriteConcernError() !== undefined) return false;
  return [error.writeErrors].flat().every(({ code }) => code === 11_000);
}

function rawCollection<T extends Tenanted>(connection: Connection, name: string): mongo.Collection<T> {
  if (connection.db === undefined) throw new Error('hotWrite needs an open connection');
  return connection.db.collection<T>(name);
}
