import { type Connection, mongo } from 'mongoose';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { insertEachOf } from './mongo-bulk.ts';
import type { Tenanted } from './mongo.ts';

/** Documents in one bulk. */
const BATCH_MAX = 64;
/** Documents that wait for theirs. */
const WAITING_MAX = 2_000;
const DUPLICATE_KEY = 11_000;

/** `isNew`: it is there, on disk at a majority. Else a unique index has refused it; the server's words name the index. */
type Insertion = { isNew: true } | { isNew: false; why: string };

/**
 * Inserts documents of one collection, together where many come at once. Each is checked by the unique indexes alone and has an
 * answer of its own: one that is refused does not keep its neighbours out. Throws when nothing is known about a document.
 * Refusals: dependency_unavailable when too many wait.
 */
export type GroupInsert<T extends Tenanted> = GroupCommit<Insertable<T>, Insertion>;

type Insertable<T extends Tenanted> = mongo.OptionalUnlessRequiredId<T>;

/** The inserts into this collection. `before` completes a document as it leaves. */
export function createGroupInsert<T extends Tenanted>(
  connection: Connection,
  name: string,
  before: (document: Insertable<T>) => Insertable<T> = (document) => document,
): GroupInsert<T> {
  return createGroupCommit({
    writeAll: (documents) => insertAll(connection, name, documents.map(before)),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });
}

async function insertAll<T extends Tenanted>(
  connection: Connection,
  name: string,
  documents: readonly Insertable<T>[],
): Promise<PromiseSettledResult<Insertion>[]> {
  try {
    await insertEachOf<T>(connection, name, documents);
    return documents.map(() => answered({ isNew: true }));
  } catch (error) {
    // Not at a majority in time, or worse: of none of them is known that it lasts.
    if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
    const refused = new Map([error.writeErrors].flat().map((one) => [one.index, one]));
    return documents.map((_, index) => {
      const why = refused.get(index);
      if (why === undefined) return answered({ isNew: true });
      if (why.code !== DUPLICATE_KEY) return { status: 'rejected', reason: error };
      return answered({ isNew: false, why: why.errmsg ?? '' });
    });
  }
}

const answered = (value: Insertion): PromiseSettledResult<Insertion> => ({ status: 'fulfilled', value });
