import type { Model } from 'mongoose';
import { newId } from './ids.ts';

/** What makes a document something to be worked on by one process at a time. */
export interface Leased {
  _id: string;
  tenantId: string;
  attempts: number;
  /** Technical time before which nobody else takes it: a lease, or a back-off. */
  nextAt?: Date;
  /** The look that has taken it. */
  leasedBy?: string;
}

/**
 * Takes up to `limit` documents that are due, longest due first, until `until`: who dies with one loses it after that. Each goes
 * to one process only, with one more attempt counted, by which its end is written.
 */
export async function leaseDue<T extends Leased>(
  model: Model<T>,
  options: { filter: Record<string, string>; now: Date; until: Date; limit: number; acrossTenants?: string },
): Promise<T[]> {
  const { filter, now, until, limit, acrossTenants } = options;
  const documents = model as unknown as Model<Leased>;
  const across = acrossTenants === undefined ? {} : { acrossTenants };
  const due = { ...filter, nextAt: { $lte: now } };
  const found = await documents
    .find(due, { _id: 1 }, across)
    .sort({ nextAt: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>();
  if (found.length === 0) return [];
  const leasedBy = newId();
  const ids = { _id: { $in: found.map(({ _id }) => _id) } };
  const take = { $set: { nextAt: until, leasedBy }, $inc: { attempts: 1 } };
  await documents.updateMany({ ...due, ...ids }, take).setOptions(across);
  const taken = await documents.find({ ...filter, ...ids, leasedBy }, {}, across).lean<T[]>();
  const place = new Map(found.map(({ _id }, index) => [_id, index]));
  return taken.toSorted((one, other) => (place.get(one._id) ?? 0) - (place.get(other._id) ?? 0));
}
