import type { Model, QueryFilter } from 'mongoose';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

/** Look-ups in one query. */
const BATCH_MAX = 100;
/** Look-ups that wait for their query. */
const WAITING_MAX = 5_000;

interface Named {
  _id: string;
  tenantId: string;
}
interface LookUp {
  tenantId: string;
  ids: readonly string[];
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
  const readAll = groupReadAll<T>(why, projection);
  return async (model, { tenantId, _id }) => (await readAll(model, { tenantId, ids: [_id] }))[0];
}

/** The same for several ids of one tenant at a time: those documents that there are, in the order of their ids. */
export function groupReadAll<T extends Named>(
  why: string,
  projection: Record<string, 0 | 1> = {},
): (model: Model<T>, lookUp: LookUp) => Promise<T[]> {
  const readers = new WeakMap<Model<T>, GroupCommit<LookUp, T[]>>();

  async function readTogether(model: Model<T>, lookUps: readonly LookUp[]): Promise<PromiseSettledResult<T[]>[]> {
    const filter: QueryFilter<Named> = { _id: { $in: [...new Set(lookUps.flatMap(({ ids }) => ids))] } };
    const found = await model.find(filter, projection, { acrossTenants: why }).lean<T[]>();
    const byId = new Map(found.map((document) => [document._id, document]));
    return lookUps.map(({ tenantId, ids }) => ({
      status: 'fulfilled',
      value: ids.flatMap((id) => byId.get(id) ?? []).filter((document) => document.tenantId === tenantId),
    }));
  }

  function readerOf(model: Model<T>): GroupCommit<LookUp, T[]> {
    const known = readers.get(model);
    if (known !== undefined) return known;
    const reader = createGroupCommit<LookUp, T[]>({
      writeAll: (lookUps) => readTogether(model, lookUps),
      batchMax: BATCH_MAX,
      waitingMax: WAITING_MAX,
    });
    readers.set(model, reader);
    return reader;
  }

  return (model, lookUp) => readerOf(model).commit(lookUp);
}
