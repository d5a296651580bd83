import type { Model, QueryFilter } from 'mongoose';
import { isDuplicateKey } from './errors.ts';

/** What a service keeps of another one's aggregate, as the newest event told it, whole. */
export interface Projection {
  _id: string;
  tenantId: string;
  /** The aggregate's version that told this; consumers order by it. */
  version: number;
}

/**
 * Keeps the newest version of a document: what it no longer has is gone; an older one, or the same again, changes nothing.
 * Any number of calls for one document may run at once and in any order.
 */
export async function keepNewest<T extends Projection>(model: Model<T>, document: T): Promise<void> {
  const { _id, tenantId, version } = document;
  const older: QueryFilter<Projection> = { tenantId, _id, version: { $lt: version } };
  try {
    await model.replaceOne(older, document, { upsert: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // One is there: as new as this, or newer, or an older first word that came while we inserted ours.
    await model.replaceOne(older, document);
  }
}
