import type { Model, QueryFilter } from 'mongoose';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

/** Documents in one query. */
const BATCH_MAX = 100;
/** Look-ups that wait for their query. */
const WAITING_MAX = 5_000;

interface Named {
  _id: string;
  tenantId: string;
}

/**
 * Makes a look-up by id that many can call at the same time for the price of few: what is asked for while queries are under way
 * goes into the next one, alone when there is nothing else to do. Every look-up is answered by a query that began after it, and
 * only with a document of its own tenant; `undefined` when there is none.
 * Callers share what was found: it is not to be changed. Refusals: dependency_unavailable when too many wait.
 * @param why for the log, as with every query across tenants
 */
export function groupRead<T extends Named>(
  why: string,
  projection: Record<string, 0 | 1> = {},
): (model: Model<T>, key: Named) => Promise<T | undefined> {
  const readers = new WeakMap<Model<T>, GroupCommit<Named, T | undefined>>();

  async function readAll(model: Model<T>, keys: readonly Named[]): Promise<PromiseSettledResult<T | undefined>[]> {
    const _id = { $in: [...new Set(keys.map((key) => key._id))] };
    const filter: QueryFilter<Named> = { _id };
    const found = await model.find(filter, projection, { acrossTenants: why }).lean<T[]>();
    const byId = new Map(found.map((document) => [document._id, document]));
    return keys.map((key) => {
      const document = byId.get(key._id);
      return { status: 'fulfilled', value: document?.tenantId === key.tenantId ? document : undefined };
    });
  }

  function readerOf(model: Model<T>): GroupCommit<Named, T | undefined> {
    const known = readers.get(model);
    if (known !== undefined) return known;
    const reader = createGroupCommit<Named, T | undefined>({
      writeAll: (keys) => readAll(model, keys),
      batchMax: BATCH_MAX,
      waitingMax: WAITING_MAX,
    });
    readers.set(model, reader);
    return reader;
  }

  return (model, key) => readerOf(model).commit(key);
}
